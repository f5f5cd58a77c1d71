<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AxisText</name>
    <message>
        <source>this is not JSON</source>
        <translation>das ist kein JSON</translation>
    </message>
    <message>
        <source>%1 has more words than there are settings: %2</source>
        <translation>%1 hat mehr Wörter, als es Einstellungen gibt: %2</translation>
    </message>
</context>
<context>
    <name>ChartChoice</name>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation>Verlustskala</translation>
    </message>
    <message>
        <source>Test accuracy by epoch</source>
        <translation>Testgenauigkeit je Epoche</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Testgenauigkeit</translation>
    </message>
    <message>
        <source>Validation accuracy by epoch</source>
        <translation>Validierungsgenauigkeit je Epoche</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Validierungsgenauigkeit</translation>
    </message>
    <message>
        <source>Training accuracy by epoch</source>
        <translation>Trainingsgenauigkeit je Epoche</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>Trainingsgenauigkeit</translation>
    </message>
    <message>
        <source>Training loss by step</source>
        <translation>Trainingsverlust je Schritt</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Test loss by epoch</source>
        <translation>Testverlust je Epoche</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>Testverlust</translation>
    </message>
    <message>
        <source>Validation loss by epoch</source>
        <translation>Validierungsverlust je Epoche</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Time per epoch in seconds (thin: evaluation)</source>
        <translation>Zeit je Epoche in Sekunden (dünn: Auswertung)</translation>
    </message>
    <message>
        <source>Training time per epoch in seconds</source>
        <translation>Trainingszeit je Epoche in Sekunden</translation>
    </message>
    <message>
        <source>Evaluation time per epoch in seconds</source>
        <translation>Auswertungszeit je Epoche in Sekunden</translation>
    </message>
    <message>
        <source>Gradient norm by step (thin: loss scale)</source>
        <translation>Gradientennorm je Schritt (dünn: Verlustskala)</translation>
    </message>
    <message>
        <source>Gradient norm by step</source>
        <translation>Gradientennorm je Schritt</translation>
    </message>
    <message>
        <source>Loss scale by step</source>
        <translation>Verlustskala je Schritt</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>By global norm</source>
        <translation>Nach globaler Norm</translation>
    </message>
    <message>
        <source>By value</source>
        <translation>Nach Wert</translation>
    </message>
    <message>
        <source>Static</source>
        <translation>Statisch</translation>
    </message>
    <message>
        <source>Dynamic</source>
        <translation>Dynamisch</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>Mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>MLP</source>
        <translation>MLP</translation>
    </message>
</context>
<context>
    <name>DeploymentText</name>
    <message>
        <source>a format&apos;s name is missing</source>
        <translation>der Name eines Formats fehlt</translation>
    </message>
    <message>
        <source>%1 is neither a rounding (nearest-even, toward-zero ...) nor an overflow (saturate, infinity, nan), nor +activations</source>
        <translation>%1 ist weder eine Rundung (nearest-even, toward-zero ...) noch ein Überlauf (saturate, infinity, nan), noch +activations</translation>
    </message>
</context>
<context>
    <name>Estimate</name>
    <message>
        <source>less than 1 s</source>
        <translation>weniger als 1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, about a second</source>
        <translation>%1, etwa eine Sekunde</translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <translation>%1, etwa %2</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>%1 to less than %2</source>
        <translation>%1 bis unter %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 is neither yes nor no</source>
        <translation>%1 ist weder ja noch nein</translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation>%1 ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>%1 is not a number; decimals follow a point</source>
        <translation>%1 ist keine Zahl; Dezimalen folgen auf einen Punkt</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 ist keine Zahl</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>%1 is not a range from a smaller to a larger whole number</source>
        <translation>%1 ist kein Bereich von einer kleineren zu einer größeren ganzen Zahl</translation>
    </message>
    <message>
        <source>Has an effect only with %1: %2</source>
        <translation>Wirkt nur mit %1: %2</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Has no effect with the other settings as they are</source>
        <translation>Wirkt bei den übrigen Einstellungen nicht</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>Test accuracy (mean and %1)</source>
        <translation>Testgenauigkeit (Mittel und %1)</translation>
    </message>
    <message>
        <source>Test accuracy (mean ± standard deviation)</source>
        <translation>Testgenauigkeit (Mittel ± Standardabweichung)</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Testgenauigkeit</translation>
    </message>
    <message>
        <source>as trained</source>
        <translation>wie trainiert</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Training loss (thin: test loss)</source>
        <translation>Trainingsverlust (dünn: Testverlust)</translation>
    </message>
    <message>
        <source>axis does not start at zero</source>
        <translation>die Achse beginnt nicht bei null</translation>
    </message>
    <message>
        <source>native</source>
        <translation>nativ</translation>
    </message>
    <message>
        <source>emulated</source>
        <translation>emuliert</translation>
    </message>
    <message>
        <source>Seconds per run: training (hatched) + evaluation (white)</source>
        <translation>Sekunden je Lauf: Training (schraffiert) + Auswertung (weiß)</translation>
    </message>
</context>
<context>
    <name>FormRows</name>
    <message>
        <source>%1 is not a whole number</source>
        <translation>%1 ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>custom policy</source>
        <translation>eigene Regel</translation>
    </message>
    <message>
        <source>Add a precision</source>
        <translation>Präzision dazu</translation>
    </message>
    <message>
        <source>At least one precision is needed</source>
        <translation>Mindestens eine Präzision ist nötig</translation>
    </message>
    <message>
        <source>The values that %1 takes together, one run for each</source>
        <translation>Die Werte, die %1 zusammen annimmt, ein Lauf für jeden</translation>
    </message>
    <message>
        <source>Add values</source>
        <translation>Werte dazu</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>Werte: %1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What the experiment is called in files and figures</source>
        <translation>Wie das Experiment in Dateien und Abbildungen heißt</translation>
    </message>
    <message>
        <source>Untitled experiment</source>
        <translation>Unbenanntes Experiment</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>Folds</translation>
    </message>
    <message>
        <source>k-fold cross-validation over the training images: each run trains without one part and is validated on it. 0 trains on all of them.</source>
        <translation>k-fache Kreuzvalidierung über die Trainingsbilder: Jeder Lauf trainiert ohne einen Teil und wird an ihm geprüft. 0 trainiert auf allen.</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Seeds</translation>
    </message>
    <message>
        <source>How many runs with seeds of their own: the seed above, the next one, and so on</source>
        <translation>Wie viele Läufe mit eigenem Seed: der Seed oben, der nächste und so fort</translation>
    </message>
    <message>
        <source>e.g. DEC1..4, FP16</source>
        <translation>z. B. DEC1..4, FP16</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Loss scaling</source>
        <translation>Verlustskalierung</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>Begrenzung</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Einsatz</translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>About Roundoff</source>
        <translation>Über Roundoff</translation>
    </message>
    <message>
        <source>&lt;p&gt;Finds out how few bits a neural network really needs.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later, without any warranty.&lt;/p&gt;&lt;p&gt;MNIST: Yann LeCun, Corinna Cortes and Christopher J. C. Burges, CC BY-SA 3.0.&lt;/p&gt;&lt;p&gt;Built with Qt %1.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Findet heraus, wie wenige Bits ein neuronales Netz wirklich braucht.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später, ohne jede Gewähr.&lt;/p&gt;&lt;p&gt;MNIST: Yann LeCun, Corinna Cortes und Christopher J. C. Burges, CC BY-SA 3.0.&lt;/p&gt;&lt;p&gt;Gebaut mit Qt %1.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>PrecisionText</name>
    <message>
        <source>%1 is neither a rounding (stochastic, toward-zero ...) nor an overflow (saturate, infinity, nan), nor flush or stepwise</source>
        <translation>%1 ist weder eine Rundung (stochastic, toward-zero ...) noch ein Überlauf (saturate, infinity, nan), noch flush oder stepwise</translation>
    </message>
    <message>
        <source>this is not JSON</source>
        <translation>das ist kein JSON</translation>
    </message>
    <message>
        <source>a format&apos;s name is missing</source>
        <translation>der Name eines Formats fehlt</translation>
    </message>
</context>
<context>
    <name>SectionSummary</name>
    <message numerus="yes">
        <source>%n fold(s)</source>
        <translation>
            <numerusform>%n Fold</numerusform>
            <numerusform>%n Folds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n Seed</numerusform>
            <numerusform>%n Seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n value(s)</source>
        <translation>
            <numerusform>%1: %n Wert</numerusform>
            <numerusform>%1: %n Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>Choose a folder</source>
        <translation>Einen Ordner wählen</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Eine Datei wählen</translation>
    </message>
    <message>
        <source>Weights (*.safetensors);;All files (*)</source>
        <translation>Gewichte (*.safetensors);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>WindowSettings</name>
    <message>
        <source>Specifications (*.json);;All files (*)</source>
        <translation>Spezifikationen (*.json);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::Actions</name>
    <message>
        <source>&amp;New experiment</source>
        <translation>&amp;Neues Experiment</translation>
    </message>
    <message>
        <source>Begin with the default experiment</source>
        <translation>Mit dem Standardexperiment beginnen</translation>
    </message>
    <message>
        <source>&amp;Open specification...</source>
        <translation>Spezifikation ö&amp;ffnen ...</translation>
    </message>
    <message>
        <source>Open an experiment from a JSON file</source>
        <translation>Ein Experiment aus einer JSON-Datei öffnen</translation>
    </message>
    <message>
        <source>&amp;Save specification</source>
        <translation>Spezifikation &amp;speichern</translation>
    </message>
    <message>
        <source>Save the experiment as a JSON file</source>
        <translation>Das Experiment als JSON-Datei speichern</translation>
    </message>
    <message>
        <source>Save specification &amp;as...</source>
        <translation>Spezifikation speichern &amp;unter ...</translation>
    </message>
    <message>
        <source>Save the experiment under another name</source>
        <translation>Das Experiment unter einem anderen Namen speichern</translation>
    </message>
    <message>
        <source>&amp;Export results...</source>
        <translation>Ergebnisse &amp;exportieren ...</translation>
    </message>
    <message>
        <source>Write tables, weights and provenance of the runs to a folder</source>
        <translation>Tabellen, Gewichte und Herkunft der Läufe in einen Ordner schreiben</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close Roundoff</source>
        <translation>Roundoff schließen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy what is selected where the keyboard is</source>
        <translation>Kopieren, was dort ausgewählt ist, wo die Tastatur ist</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Run the experiment</source>
        <translation>Das Experiment starten</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Pause the runs after their batch, or go on</source>
        <translation>Die Läufe nach ihrem Batch anhalten oder weiterführen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>Stop all runs; finished epochs are kept</source>
        <translation>Alle Läufe beenden; fertige Epochen bleiben erhalten</translation>
    </message>
    <message>
        <source>Reset to &amp;defaults</source>
        <translation>Auf &amp;Vorgaben zurücksetzen</translation>
    </message>
    <message>
        <source>Give every setting its default; undo brings yours back</source>
        <translation>Jede Einstellung auf ihre Vorgabe setzen; Rückgängig holt Ihre zurück</translation>
    </message>
    <message>
        <source>&amp;Experiment form</source>
        <translation>&amp;Experimentformular</translation>
    </message>
    <message>
        <source>Show or hide the settings at the left</source>
        <translation>Die Einstellungen links zeigen oder verbergen</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Fill the screen</source>
        <translation>Den ganzen Bildschirm füllen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>All keys at a glance</source>
        <translation>Alle Tasten auf einen Blick</translation>
    </message>
    <message>
        <source>&amp;About Roundoff</source>
        <translation>Ü&amp;ber Roundoff</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;As many as there are cores (%1)</source>
        <translation>&amp;So viele wie Kerne (%1)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>&amp;Vorlagen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>E&amp;xperiment</source>
        <translation>E&amp;xperiment</translation>
    </message>
    <message>
        <source>Runs at a &amp;time</source>
        <translation>&amp;Gleichzeitige Läufe</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::ChartLegend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::ChartPanel</name>
    <message>
        <source>Choose what this chart shows</source>
        <translation>Wählen, was dieses Diagramm zeigt</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>Zoom zurücksetzen</translation>
    </message>
    <message>
        <source>Show everything and follow the runs (Home)</source>
        <translation>Alles zeigen und den Läufen folgen (Pos1)</translation>
    </message>
    <message>
        <source>Every group is hidden: click its name above to see it again.</source>
        <translation>Alle Gruppen sind verborgen: Ein Klick auf den Namen oben zeigt sie wieder.</translation>
    </message>
    <message>
        <source>Appears when the first epoch ends.</source>
        <translation>Erscheint, wenn die erste Epoche endet.</translation>
    </message>
    <message>
        <source>not finite or not positive</source>
        <translation>nicht endlich oder nicht positiv</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>The chart is on the clipboard as a picture.</source>
        <translation>Das Diagramm ist als Bild in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The chart&apos;s data are on the clipboard as a table.</source>
        <translation>Die Daten des Diagramms sind als Tabelle in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.svg *.png *.pdf)</source>
        <translation>Bilder (*.svg *.png *.pdf)</translation>
    </message>
    <message>
        <source>The chart was written to %1.</source>
        <translation>Das Diagramm wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>Daten kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Logarithmische Achse</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::Chip</name>
    <message>
        <source>%1; Delete removes it</source>
        <translation>%1; Entf nimmt es weg</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 wegnehmen</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::ChipsEdit</name>
    <message>
        <source>Choose from a list</source>
        <translation>Aus einer Liste wählen</translation>
    </message>
    <message>
        <source>%1: choose from a list</source>
        <translation>%1: aus einer Liste wählen</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::CollapsibleSection</name>
    <message>
        <source>Fold %1 away</source>
        <translation>%1 zuklappen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::ExperimentDocument</name>
    <message>
        <source>Untitled experiment</source>
        <translation>Unbenanntes Experiment</translation>
    </message>
    <message>
        <source>Change of %1</source>
        <translation>„%1 ändern“</translation>
    </message>
    <message>
        <source>deployments</source>
        <translation>Einsätze</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>Wiederholungen</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::ExperimentForm</name>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Clipping and loss scaling</source>
        <translation>Begrenzung und Verlustskala</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Einsatz</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Back to one setting of %1</source>
        <translation>Zurück zu einer Einstellung: %1</translation>
    </message>
    <message>
        <source>Vary %1 as a whole: one run for each of several settings</source>
        <translation>%1 als Ganzes variieren: ein Lauf für jede von mehreren Einstellungen</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::FieldRow</name>
    <message>
        <source>Vary %1: one run for each of several values</source>
        <translation>%1 variieren: ein Lauf für jeden von mehreren Werten</translation>
    </message>
    <message>
        <source>Back to one value of %1</source>
        <translation>Zurück zu einem Wert: %1</translation>
    </message>
    <message>
        <source>Given by the values of %1</source>
        <translation>Gegeben durch die Werte von: %1</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>Werte: %1</translation>
    </message>
    <message>
        <source>e.g. %1</source>
        <translation>z. B. %1</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::LegendButton</name>
    <message>
        <source>%1: click to hide or show, double-click to show alone</source>
        <translation>%1: Klick verbirgt oder zeigt, Doppelklick zeigt allein</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::LiveCharts</name>
    <message>
        <source>Press Run to train; accuracy, loss, time and gradients appear here while the networks learn.</source>
        <translation>Mit Starten beginnt das Training; Genauigkeit, Verlust, Zeit und Gradienten erscheinen hier, während die Netze lernen.</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::LivePage</name>
    <message>
        <source>Nothing has run yet.

Choose precisions at the left and press Run (%1):
accuracy, loss and time appear here while the networks learn.</source>
        <translation>Noch ist nichts gelaufen.

Wählen Sie links Präzisionen und drücken Sie Starten (%1):
Genauigkeit, Verlust und Zeit erscheinen hier, während die Netze lernen.</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::MainWindow</name>
    <message>
        <source>Opening of %1</source>
        <translation>„%1 öffnen“</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>Exportiere nach %1</translation>
    </message>
    <message>
        <source>The results are in %1</source>
        <translation>Die Ergebnisse liegen in %1</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Networks are still training. Stop them and close?</source>
        <translation>Es werden noch Netze trainiert. Beenden und schließen?</translation>
    </message>
    <message>
        <source>The results have not been exported. Close without them?</source>
        <translation>Die Ergebnisse sind nicht exportiert. Ohne sie schließen?</translation>
    </message>
    <message>
        <source>Close Roundoff</source>
        <translation>Roundoff schließen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>„Neues Experiment“</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>„Zurücksetzen“</translation>
    </message>
    <message>
        <source>Roundoff speaks the other language when it is started again.</source>
        <translation>Roundoff spricht die andere Sprache, sobald es neu gestartet wird.</translation>
    </message>
    <message>
        <source>Open specification</source>
        <translation>Spezifikation öffnen</translation>
    </message>
    <message>
        <source>Save specification</source>
        <translation>Spezifikation speichern</translation>
    </message>
    <message>
        <source>Export results to a folder</source>
        <translation>Ergebnisse in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Cannot run: %1</source>
        <translation>Kann nicht starten: %1</translation>
    </message>
    <message>
        <source>An experiment is running; stop it first</source>
        <translation>Ein Experiment läuft; beenden Sie es zuerst</translation>
    </message>
    <message>
        <source>Run the experiment</source>
        <translation>Das Experiment starten</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) at a time</source>
        <translation>
            <numerusform>%n Lauf gleichzeitig</numerusform>
            <numerusform>%n Läufe gleichzeitig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundoff::ui::PresetCard</name>
    <message>
        <source>Beyond the paper</source>
        <translation>Über die Arbeit hinaus</translation>
    </message>
    <message>
        <source>Figures %1 of the paper</source>
        <translation>Abbildungen %1 der Arbeit</translation>
    </message>
    <message>
        <source>Figure %1 of the paper</source>
        <translation>Abbildung %1 der Arbeit</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Put this experiment into the form</source>
        <translation>Dieses Experiment ins Formular holen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Open this experiment and run it</source>
        <translation>Dieses Experiment öffnen und starten</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>%1 starten</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::RunToolBar</name>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Loading data</source>
        <translation>Lade Daten</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Done: %1 in %2</source>
        <translation>Fertig: %1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 runs are complete</source>
        <translation>Abgebrochen: %1 von %2 Läufen sind vollständig</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::RunsModel</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>norm %1</source>
        <translation>Norm %1</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergiert</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>native</source>
        <translation>nativ</translation>
    </message>
    <message>
        <source>emulated</source>
        <translation>emuliert</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>Begrenzung</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Testgenauigkeit</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Time is</source>
        <translation>Zeit ist</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Share of the test images that the network recognises, after its last finished epoch</source>
        <translation>Anteil der Testbilder, die das Netz nach seiner letzten fertigen Epoche erkennt</translation>
    </message>
    <message>
        <source>The same on the part of the training images that the fold holds back</source>
        <translation>Dasselbe auf dem Teil der Trainingsbilder, den der Fold zurückhält</translation>
    </message>
    <message>
        <source>Mean loss over the last finished epoch, as the batches were seen</source>
        <translation>Mittlerer Verlust der letzten fertigen Epoche, so wie die Batches gesehen wurden</translation>
    </message>
    <message>
        <source>Seconds of training without evaluations</source>
        <translation>Sekunden des Trainings ohne Auswertungen</translation>
    </message>
    <message>
        <source>native: the processor computed in this format. emulated: it computed in a wider one and rounded, so the time is not the format&apos;s</source>
        <translation>nativ: Der Prozessor rechnete in diesem Format. emuliert: Er rechnete in einem breiteren und rundete; die Zeit ist also nicht die des Formats</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Train time</source>
        <translation>Trainingszeit</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::RunsTable</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::Session</name>
    <message>
        <source>There is not enough memory for this experiment; make the network or the batches smaller</source>
        <translation>Für dieses Experiment reicht der Speicher nicht; machen Sie das Netz oder die Batches kleiner</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::StartPage</name>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>No experiments were found beside the program; install Roundoff again to have them. The form at the left works without them.</source>
        <translation>Neben dem Programm wurden keine Experimente gefunden; installieren Sie Roundoff neu, um sie zu haben. Das Formular links geht auch ohne sie.</translation>
    </message>
    <message>
        <source>How few bits does a neural network need?</source>
        <translation>Wie wenige Bits braucht ein neuronales Netz?</translation>
    </message>
    <message>
        <source>Train the same network at several precisions and watch accuracy, loss and time side by side. The experiment at the left is ready: press Run (%1), or change it first.</source>
        <translation>Trainieren Sie dasselbe Netz in mehreren Präzisionen und sehen Sie Genauigkeit, Verlust und Zeit nebeneinander. Das Experiment links ist bereit: Starten Sie es (%1), oder ändern Sie es vorher.</translation>
    </message>
    <message>
        <source>Train on MNIST now</source>
        <translation>Jetzt auf MNIST trainieren</translation>
    </message>
    <message>
        <source>Train the default network at FP64, FP32 and FP16 for three epochs</source>
        <translation>Das Standardnetz in FP64, FP32 und FP16 drei Epochen lang trainieren</translation>
    </message>
</context>
</TS>
