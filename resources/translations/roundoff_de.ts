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
    <name>Claims</name>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>Contradicted</source>
        <translation>Widerlegt</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n claim(s) confirmed</source>
        <translation>
            <numerusform>%1 von %n Aussage bestätigt</numerusform>
            <numerusform>%1 von %n Aussagen bestätigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 contradicted</source>
        <translation>%1 widerlegt</translation>
    </message>
    <message>
        <source>%1 undecided</source>
        <translation>%1 unentschieden</translation>
    </message>
    <message>
        <source>%1 not tested</source>
        <translation>%1 nicht geprüft</translation>
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
        <translation>Testgenauigkeit (Mittel ± Std.-Abw.)</translation>
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
        <source>Training (seconds)</source>
        <translation>Training (Sekunden)</translation>
    </message>
    <message>
        <source>Evaluation (seconds)</source>
        <translation>Auswertung (Sekunden)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Bars: %1 of the accuracy, standard deviation of the times</source>
        <translation>Fehlerbalken: %1 der Genauigkeit, Standardabweichung der Zeiten</translation>
    </message>
    <message>
        <source>Bars: standard deviation</source>
        <translation>Fehlerbalken: Standardabweichung</translation>
    </message>
    <message>
        <source>%1 (native)</source>
        <translation>%1 (nativ)</translation>
    </message>
    <message>
        <source>%1 (emulated)</source>
        <translation>%1 (emuliert)</translation>
    </message>
    <message>
        <source>rounding %1</source>
        <translation>Rundung %1</translation>
    </message>
    <message>
        <source>as trained, %1 %</source>
        <translation>wie trainiert, %1 %</translation>
    </message>
    <message>
        <source>chance, %1 %</source>
        <translation>Zufall, %1 %</translation>
    </message>
    <message>
        <source>Decimals kept, and below them the bits per weight</source>
        <translation>Behaltene Dezimalen, darunter die Bits je Gewicht</translation>
    </message>
    <message>
        <source>Clipping threshold (global norm)</source>
        <translation>Begrenzungsschwelle (globale Norm)</translation>
    </message>
    <message>
        <source>Clipping threshold (each value)</source>
        <translation>Begrenzungsschwelle (jeder Wert)</translation>
    </message>
    <message>
        <source>Clipping threshold</source>
        <translation>Begrenzungsschwelle</translation>
    </message>
    <message>
        <source>%1, activations too</source>
        <translation>%1, auch Aktivierungen</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1, skipped steps (×): %2</source>
        <translation>%1, übersprungene Schritte (×): %2</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation>Verlustskala</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>hidden layers: %1, outputs: %2</source>
        <translation>verborgene Schichten: %1, Ausgaben: %2</translation>
    </message>
    <message>
        <source>%1 parameters: weights and biases</source>
        <translation>%1 Parameter: Gewichte und Bias-Werte</translation>
    </message>
    <message>
        <source>Network %1</source>
        <translation>Netz %1</translation>
    </message>
    <message>
        <source>Images of %1, one of each class</source>
        <translation>Bilder aus %1, eines je Klasse</translation>
    </message>
    <message>
        <source>Seconds per run: training (filled) + evaluation (outline)</source>
        <translation>Sekunden je Lauf: Training (gefüllt) + Auswertung (Umriss)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>distinct values: %1</source>
        <translation>verschiedene Werte: %1</translation>
    </message>
    <message>
        <source>%1: weights of %2</source>
        <translation>%1: Gewichte von %2</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
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
    <name>FormatDiagram</name>
    <message>
        <source>zero</source>
        <translation>null</translation>
    </message>
    <message>
        <source>subnormal</source>
        <translation>subnormal</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>infinity</source>
        <translation>unendlich</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>unbounded: the value is out of the format&apos;s range</source>
        <translation>unbeschränkt: Der Wert liegt außerhalb des Formats</translation>
    </message>
    <message>
        <source>none: stored exactly</source>
        <translation>keiner: genau gespeichert</translation>
    </message>
    <message>
        <source>%1 (%2 of the value)</source>
        <translation>%1 (%2 des Werts)</translation>
    </message>
    <message>
        <source>rounded %1</source>
        <translation>gerundet %1</translation>
    </message>
    <message>
        <source>1 bit</source>
        <translation>1 Bit</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bits</translation>
    </message>
    <message>
        <source>significand</source>
        <translation>Signifikand</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>exponent</source>
        <translation>Exponent</translation>
    </message>
    <message>
        <source>kept as it is: it has no decimals</source>
        <translation>bleibt, wie es ist: Es hat keine Dezimalen</translation>
    </message>
    <message>
        <source>all bits after the sign are ones: not a number</source>
        <translation>alle Bits nach dem Vorzeichen sind Einsen: keine Zahl</translation>
    </message>
    <message>
        <source>exponent all ones, significand zero: infinity</source>
        <translation>Exponent nur Einsen, Signifikand null: unendlich</translation>
    </message>
    <message>
        <source>exponent all ones, significand not zero: not a number</source>
        <translation>Exponent nur Einsen, Signifikand nicht null: keine Zahl</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Integer form</source>
        <translation>Ganzzahlig</translation>
    </message>
    <message>
        <source>Exponent</source>
        <translation>Exponent</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>field 0: 1 − bias %1 = %2, without the leading one</source>
        <translation>Feld 0: 1 − Bias %1 = %2, ohne die führende Eins</translation>
    </message>
    <message>
        <source>field %1 − bias %2 = %3</source>
        <translation>Feld %1 − Bias %2 = %3</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>Vorzeichen</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>Ganzzahl</translation>
    </message>
    <message>
        <source>fraction</source>
        <translation>Bruchteil</translation>
    </message>
</context>
<context>
    <name>FormatTable</name>
    <message>
        <source>Half (%1)</source>
        <translation>Halb (%1)</translation>
    </message>
    <message>
        <source>Single (%1)</source>
        <translation>Einfach (%1)</translation>
    </message>
    <message>
        <source>Double (%1)</source>
        <translation>Doppelt (%1)</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Vorzeichen</translation>
    </message>
    <message>
        <source>Exponent</source>
        <translation>Exponent</translation>
    </message>
    <message>
        <source>Significand</source>
        <translation>Signifikand</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Exponent bias</source>
        <translation>Bias des Exponenten</translation>
    </message>
    <message>
        <source>Precision (bits)</source>
        <translation>Präzision (Bits)</translation>
    </message>
    <message>
        <source>Decimal digits</source>
        <translation>Dezimalstellen</translation>
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
    <name>HistogramPlot</name>
    <message>
        <source>%1 between %2 and %3</source>
        <translation>%1 zwischen %2 und %3</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>weights per %1</source>
        <translation>Gewichte je %1</translation>
    </message>
    <message>
        <source> before</source>
        <translation> vorher</translation>
    </message>
    <message>
        <source> after</source>
        <translation> nachher</translation>
    </message>
    <message numerus="yes">
        <source>%Ln weight(s)</source>
        <translation>
            <numerusform>%Ln Gewicht</numerusform>
            <numerusform>%Ln Gewichte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln distinct value(s)</source>
        <translation>
            <numerusform>%Ln verschiedener Wert</numerusform>
            <numerusform>%Ln verschiedene Werte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not finite</source>
        <translation>
            <numerusform>%Ln nicht endlich</numerusform>
            <numerusform>%Ln nicht endlich</numerusform>
        </translation>
    </message>
    <message>
        <source>SQNR %1 dB, error ≤ %2</source>
        <translation>SQNR %1 dB, Fehler ≤ %2</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Nachher: %1</translation>
    </message>
    <message>
        <source>values of the format</source>
        <translation>Werte des Formats</translation>
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
    <name>NamedFigures</name>
    <message>
        <source>Test accuracy</source>
        <translation>Testgenauigkeit</translation>
    </message>
    <message>
        <source>Training and evaluation time</source>
        <translation>Trainings- und Auswertungszeit</translation>
    </message>
    <message>
        <source>Accuracy by epoch</source>
        <translation>Genauigkeit je Epoche</translation>
    </message>
    <message>
        <source>Loss by epoch</source>
        <translation>Verlust je Epoche</translation>
    </message>
    <message>
        <source>Accuracy after deployments</source>
        <translation>Genauigkeit nach Einsätzen</translation>
    </message>
    <message>
        <source>Accuracy and time by threshold</source>
        <translation>Genauigkeit und Zeit nach Schwelle</translation>
    </message>
    <message>
        <source>Distribution of the weights</source>
        <translation>Gewichtsverteilung</translation>
    </message>
    <message>
        <source>Accuracy by decimals</source>
        <translation>Genauigkeit nach Dezimalen</translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation>Verlustskala</translation>
    </message>
    <message>
        <source>Sample images</source>
        <translation>Beispielbilder</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Das Netz</translation>
    </message>
    <message>
        <source>A number in a format</source>
        <translation>Eine Zahl in einem Format</translation>
    </message>
    <message>
        <source>Figure %1: %2</source>
        <translation>Abb. %1: %2</translation>
    </message>
</context>
<context>
    <name>PaperNote</name>
    <message numerus="yes">
        <source>Chance level for %1 classes, as the paper found at one decimal: truncating to %n decimal(s) leaves at most %2 values in (−1, 1); rounding to nearest gives %3.</source>
        <translation>
            <numerusform>Zufallsniveau bei %1 Klassen, wie im Artikel bei einer Dezimale: Abschneiden auf %n Dezimale lässt höchstens %2 Werte in (−1; 1) übrig; Runden zum Nächsten ergibt %3.</numerusform>
            <numerusform>Zufallsniveau bei %1 Klassen, wie im Artikel bei einer Dezimale: Abschneiden auf %n Dezimalen lässt höchstens %2 Werte in (−1; 1) übrig; Runden zum Nächsten ergibt %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>The paper found chance level at one decimal, where truncating leaves at most %1 values in (−1, 1); this network still reaches %2.</source>
        <translation>Der Artikel fand bei einer Dezimale Zufallsniveau; Abschneiden lässt dort höchstens %1 Werte in (−1; 1) übrig. Dieses Netz erreicht noch %2.</translation>
    </message>
    <message>
        <source>Rounding to nearest gives %1 values from −1 to 1. The paper&apos;s %2 values at one decimal, with chance level, are what truncating leaves: choose toward-zero.</source>
        <translation>Runden zum Nächsten ergibt %1 Werte von −1 bis 1. Die %2 Werte des Artikels bei einer Dezimale, mit Zufallsniveau, bleiben beim Abschneiden übrig: Wählen Sie toward-zero.</translation>
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
    <name>Results</name>
    <message>
        <source>Test accuracy</source>
        <translation>Testgenauigkeit</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Validierungsgenauigkeit</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Trainingszeit</translation>
    </message>
    <message>
        <source>Evaluation time</source>
        <translation>Auswertungszeit</translation>
    </message>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1&#xa0;s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1&#xa0;pp</source>
        <translation>%1&#xa0;PP</translation>
    </message>
    <message>
        <source>native</source>
        <translation>nativ</translation>
    </message>
    <message>
        <source>emulated</source>
        <translation>emuliert</translation>
    </message>
    <message numerus="yes">
        <source>Times were taken with %n run(s) at a time, one thread each,</source>
        <translation>
            <numerusform>Die Zeiten wurden bei %n Lauf gleichzeitig gemessen, mit einem Thread,</numerusform>
            <numerusform>Die Zeiten wurden bei %n Läufen gleichzeitig gemessen, mit je einem Thread,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n core(s).</source>
        <translation>
            <numerusform>auf %n Kern.</numerusform>
            <numerusform>auf %n Kernen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 diverged</source>
        <translation>%1 divergiert</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 gescheitert</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>%1 not finished</source>
        <translation>%1 nicht fertig</translation>
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
    <name>Statement</name>
    <message numerus="yes">
        <source>%n repeat(s)</source>
        <translation>
            <numerusform>%n Wiederholung</numerusform>
            <numerusform>%n Wiederholungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fold(s)</source>
        <translation>
            <numerusform>%n Fold</numerusform>
            <numerusform>%n Folds</numerusform>
        </translation>
    </message>
    <message>
        <source>, Nadeau-Bengio</source>
        <translation>, Nadeau-Bengio</translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n Seed</numerusform>
            <numerusform>%n Seeds</numerusform>
        </translation>
    </message>
    <message>
        <source>Add folds or seeds.</source>
        <translation>Nehmen Sie Folds oder Seeds dazu.</translation>
    </message>
    <message>
        <source>%1 and %2 differ by %3 percentage points in the only repeat that both have: one repeat cannot tell this from chance.</source>
        <translation>%1 und %2 unterscheiden sich um %3 Prozentpunkte in der einzigen Wiederholung, die beide haben: Von Zufall lässt sich das mit einer Wiederholung nicht unterscheiden.</translation>
    </message>
    <message>
        <source>%1 is lower than %2 by %3 percentage points</source>
        <translation>%1 liegt %3 Prozentpunkte unter %2</translation>
    </message>
    <message>
        <source>%1 is higher than %2 by %3 percentage points</source>
        <translation>%1 liegt %3 Prozentpunkte über %2</translation>
    </message>
    <message>
        <source>%1 (paired t test, %2, %3), yet equivalent within %4 percentage points (TOST, %5).</source>
        <translation>%1 (gepaarter t-Test, %2, %3), ist aber innerhalb von %4 Prozentpunkten gleichwertig (TOST, %5).</translation>
    </message>
    <message>
        <source>%1 (paired t test, %2, %3).</source>
        <translation>%1 (gepaarter t-Test, %2, %3).</translation>
    </message>
    <message>
        <source>%1 and %2 are equivalent within %3 percentage points (TOST, %4, %5).</source>
        <translation>%1 und %2 sind innerhalb von %3 Prozentpunkten gleichwertig (TOST, %4, %5).</translation>
    </message>
    <message>
        <source>Between %1 and %2 no difference was shown (paired t test, %3), but neither was equivalence within %4 percentage points (TOST, %5, %6).</source>
        <translation>Zwischen %1 und %2 ist kein Unterschied nachgewiesen (gepaarter t-Test, %3), aber auch keine Gleichwertigkeit innerhalb von %4 Prozentpunkten (TOST, %5, %6).</translation>
    </message>
    <message>
        <source>the same group as trained</source>
        <translation>derselben Gruppe wie trainiert</translation>
    </message>
    <message>
        <source>Equivalent to %1 within %2 percentage points (TOST, p &lt; 0.05 each): %3.</source>
        <translation>Gleichwertig mit %1 innerhalb von %2 Prozentpunkten (TOST, jeweils p &lt; 0,05): %3.</translation>
    </message>
    <message>
        <source>Different from %1 (paired t test): %2.</source>
        <translation>Verschieden von %1 (gepaarter t-Test): %2.</translation>
    </message>
    <message>
        <source>Neither a difference from %1 nor equivalence was shown: %2.</source>
        <translation>Weder ein Unterschied zu %1 noch Gleichwertigkeit ist nachgewiesen: %2.</translation>
    </message>
    <message>
        <source>With one repeat only, nothing can be told from chance: %1.</source>
        <translation>Bei nur einer Wiederholung lässt sich nichts von Zufall unterscheiden: %1.</translation>
    </message>
    <message>
        <source>Repeats: %1.</source>
        <translation>Wiederholungen: %1.</translation>
    </message>
    <message>
        <source>%1: %2, from one run; how much of it is chance cannot be told.</source>
        <translation>%1: %2, aus einem Lauf; wie viel davon Zufall ist, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>%1: %2 in the mean (95&#xa0;% interval %3 to %4, Student t, n&#xa0;=&#xa0;%5).</source>
        <translation>%1: %2 im Mittel (95-%-Intervall %3 bis %4, Student-t, n&#xa0;=&#xa0;%5).</translation>
    </message>
    <message>
        <source>Native, the time of the format itself: %1.</source>
        <translation>Nativ, also die Zeit des Formats selbst: %1.</translation>
    </message>
    <message>
        <source>Emulated, which says nothing about the format&apos;s own speed: %1.</source>
        <translation>Emuliert, was nichts über die Geschwindigkeit des Formats selbst sagt: %1.</translation>
    </message>
    <message>
        <source>No run has come to its end, so there is nothing to say yet.</source>
        <translation>Noch ist kein Lauf zu Ende; daher lässt sich noch nichts sagen.</translation>
    </message>
    <message>
        <source>No two groups have a repeat in common, so they cannot be compared.</source>
        <translation>Keine zwei Gruppen haben eine Wiederholung gemeinsam; daher lassen sie sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>Groups are compared by their accuracy; the loss is shown as it is.</source>
        <translation>Gruppen werden nach ihrer Genauigkeit verglichen; der Verlust wird gezeigt, wie er ist.</translation>
    </message>
    <message>
        <source>A difference counts as shown at the level 0.05 / %1 (Bonferroni).</source>
        <translation>Ein Unterschied gilt auf dem Niveau 0,05 / %1 (Bonferroni) als nachgewiesen.</translation>
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
    <name>roundoff::ui::ClaimCard</name>
    <message>
        <source>Text of the paper</source>
        <translation>Text des Artikels</translation>
    </message>
    <message>
        <source>Figure %1</source>
        <translation>Abbildung %1</translation>
    </message>
    <message>
        <source>The paper said</source>
        <translation>Der Artikel sagt</translation>
    </message>
    <message>
        <source>Measured here</source>
        <translation>Hier gemessen</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Noch nichts.</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::ClaimsPanel</name>
    <message>
        <source>What the paper leaves open</source>
        <translation>Was der Artikel offen lässt</translation>
    </message>
    <message>
        <source>What the paper says</source>
        <translation>Was der Artikel sagt</translation>
    </message>
    <message>
        <source>The settings differ from the preset (%1), so that this is not quite what the paper did.</source>
        <translation>Die Einstellungen weichen von der Vorlage ab (%1); dies ist also nicht ganz das, was im Artikel getan wurde.</translation>
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
    <name>roundoff::ui::DataTable</name>
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
    <name>roundoff::ui::DeploymentControls</name>
    <message>
        <source>&amp;Decimals</source>
        <translation>D&amp;ezimalen</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>Round every weight to so many digits after the point</source>
        <translation>Jedes Gewicht auf so viele Stellen nach dem Komma runden</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Dezimalen</translation>
    </message>
    <message>
        <source>Digits after the point that the weights keep; drag, or use the arrow keys</source>
        <translation>Stellen nach dem Komma, die den Gewichten bleiben; ziehen oder mit den Pfeiltasten ändern</translation>
    </message>
    <message>
        <source>Round every weight to a number format</source>
        <translation>Jedes Gewicht auf ein Zahlenformat runden</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Choose a format or type its name: E&lt;exponent bits&gt;M&lt;significand bits&gt;, INT&lt;bits&gt;, FIXED&lt;bits&gt;.&lt;fraction bits&gt;, DEC&lt;decimals&gt;. Integers and fixed point have no scale here.</source>
        <translation>Ein Format wählen oder seinen Namen eingeben: E&lt;Bits des Exponenten&gt;M&lt;Bits des Signifikanden&gt;, INT&lt;Bits&gt;, FIXED&lt;Bits&gt;.&lt;Bits nach dem Komma&gt;, DEC&lt;Dezimalen&gt;. Ganzzahlen und Festkomma haben hier keine Skala.</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>How a weight between two values of the format is brought to one of them</source>
        <translation>Wie ein Gewicht zwischen zwei Werten des Formats auf einen von ihnen kommt</translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation>Überlauf</translation>
    </message>
    <message>
        <source>What becomes of weights beyond the format&apos;s largest value</source>
        <translation>Was aus Gewichten jenseits des größten Werts des Formats wird</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Whether inputs and hidden values are rounded to the format too; binary floats only</source>
        <translation>Ob auch Eingaben und verborgene Werte auf das Format gerundet werden; nur bei binären Gleitkommaformaten</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>weights and activations</source>
        <translation>Gewichte und Aktivierungen</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runden</translation>
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
    <name>roundoff::ui::FigurePanel</name>
    <message>
        <source>Copy picture</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save picture...</source>
        <translation>Speichern ...</translation>
    </message>
    <message>
        <source>Save all figures...</source>
        <translation>Alle speichern ...</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Which figure of the experiment is shown</source>
        <translation>Welche Abbildung des Experiments gezeigt wird</translation>
    </message>
    <message>
        <source>Put the figure on the clipboard as a picture</source>
        <translation>Die Abbildung als Bild in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Save the figure for print, as SVG, PNG or PDF</source>
        <translation>Die Abbildung für den Druck speichern, als SVG, PNG oder PDF</translation>
    </message>
    <message>
        <source>Save every figure of the experiment in a size of your choice, with its data</source>
        <translation>Jede Abbildung des Experiments in gewünschter Größe speichern, mit ihren Daten</translation>
    </message>
    <message>
        <source>The figure is on the clipboard as a picture.</source>
        <translation>Die Abbildung ist als Bild in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The paper&apos;s caption: “%1”</source>
        <translation>Bildunterschrift des Artikels: „%1“</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Pictures (*.svg *.png *.pdf)</source>
        <translation>Bilder (*.svg *.png *.pdf)</translation>
    </message>
    <message>
        <source>The figure was written to %1.</source>
        <translation>Die Abbildung wurde nach %1 geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were written to %1.</source>
        <translation>
            <numerusform>%n Datei wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Dateien wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundoff::ui::FormatDiagramWidget</name>
    <message>
        <source>Bits of the stored value</source>
        <translation>Bits des gespeicherten Werts</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::FormatPanel</name>
    <message>
        <source>0, stored exactly</source>
        <translation>0, genau gespeichert</translation>
    </message>
    <message>
        <source>%1 (%2&#xa0;%)</source>
        <translation>%1 (%2&#xa0;%)</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>Gespeicherter Wert</translation>
    </message>
    <message>
        <source>Stored value in hexadecimal</source>
        <translation>Gespeicherter Wert, hexadezimal</translation>
    </message>
    <message>
        <source>A format&apos;s name; also E&lt;e&gt;M&lt;m&gt;, INT&lt;n&gt;, FIXED&lt;n&gt;.&lt;f&gt; and DEC&lt;d&gt;, such as E5M6</source>
        <translation>Der Name eines Formats; auch E&lt;e&gt;M&lt;m&gt;, INT&lt;n&gt;, FIXED&lt;n&gt;.&lt;f&gt; und DEC&lt;d&gt;, etwa E5M6</translation>
    </message>
    <message>
        <source>Stored exactly</source>
        <translation>Genau gespeichert</translation>
    </message>
    <message>
        <source>Hexadecimal</source>
        <translation>Hexadezimal</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Code %1, error %2</source>
        <translation>Code %1, Fehler %2</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::FormatsModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>The name that specifications and the command line take</source>
        <translation>Der Name, den Spezifikationen und die Befehlszeile annehmen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>All bits, the sign included (the paper&apos;s table 1)</source>
        <translation>Alle Bits samt Vorzeichen (Tabelle 1 des Artikels)</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Bits of the sign (table 1)</source>
        <translation>Bits des Vorzeichens (Tabelle 1)</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Vorzeichen</translation>
    </message>
    <message>
        <source>Bits of the exponent (table 1)</source>
        <translation>Bits des Exponenten (Tabelle 1)</translation>
    </message>
    <message>
        <source>Exponent</source>
        <translation>Exponent</translation>
    </message>
    <message>
        <source>Bits of the significand that are stored, without the implicit one (table 1)</source>
        <translation>Gespeicherte Bits des Signifikanden, ohne das implizite (Tabelle 1)</translation>
    </message>
    <message>
        <source>Significand</source>
        <translation>Signifikand</translation>
    </message>
    <message>
        <source>What is added to the exponent where it is stored (table 2)</source>
        <translation>Was zum Exponenten addiert wird, wo er gespeichert ist (Tabelle 2)</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>Bits of the significand with the implicit one (table 2)</source>
        <translation>Bits des Signifikanden mit dem impliziten (Tabelle 2)</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Decimal digits that the precision is worth: precision × log₁₀ 2 (table 2)</source>
        <translation>Dezimalstellen, die der Präzision entsprechen: Präzision × log₁₀ 2 (Tabelle 2)</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>The largest finite value</source>
        <translation>Der größte endliche Wert</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größter</translation>
    </message>
    <message>
        <source>The smallest positive normal value</source>
        <translation>Der kleinste positive normale Wert</translation>
    </message>
    <message>
        <source>Min normal</source>
        <translation>Min. normal</translation>
    </message>
    <message>
        <source>The smallest positive value, subnormal where there are subnormals</source>
        <translation>Der kleinste positive Wert, subnormal, wo es subnormale gibt</translation>
    </message>
    <message>
        <source>Min positive</source>
        <translation>Min. positiv</translation>
    </message>
    <message>
        <source>The distance from 1 to the next larger value</source>
        <translation>Der Abstand von 1 zum nächstgrößeren Wert</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Whether there are infinities</source>
        <translation>Ob es Unendlich gibt</translation>
    </message>
    <message>
        <source>Infinity</source>
        <translation>Inf</translation>
    </message>
    <message>
        <source>Whether there is a NaN</source>
        <translation>Ob es NaN gibt</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::FormatsPage</name>
    <message>
        <source>&amp;And</source>
        <translation>&amp;Und</translation>
    </message>
    <message>
        <source>A number: decimal, C99 hexadecimal such as 0x1.8p3, inf or nan</source>
        <translation>Eine Zahl: dezimal, hexadezimal nach C99 wie 0x1.8p3, inf oder nan</translation>
    </message>
    <message>
        <source>How a value between two neighbours of the format is brought to one of them</source>
        <translation>Wie ein Wert zwischen zwei Nachbarn des Formats auf einen von ihnen kommt</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Double-click a format to see the number in it</source>
        <translation>Doppelklick auf ein Format zeigt die Zahl darin</translation>
    </message>
    <message>
        <source>&amp;Rounding</source>
        <translation>&amp;Rundung</translation>
    </message>
    <message>
        <source>This is no number: try 0.1, 1e-3, 0x1.8p3, inf or nan</source>
        <translation>Das ist keine Zahl: etwa 0.1, 1e-3, 0x1.8p3, inf oder nan</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>Va&amp;lue</source>
        <translation>&amp;Wert</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::HistogramsView</name>
    <message>
        <source>Histograms of the weights of each layer, before and after</source>
        <translation>Histogramme der Gewichte jeder Schicht, vorher und nachher</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::HitWeightsModel</name>
    <message>
        <source>In the tensor, from 0: [output, input] of a weight, [output] of a bias</source>
        <translation>Im Tensor, ab 0: [Ausgang, Eingang] eines Gewichts, [Ausgang] eines Bias</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
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
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::PresetCard</name>
    <message>
        <source>Beyond the paper</source>
        <translation>Über den Artikel hinaus</translation>
    </message>
    <message>
        <source>Figures %1 of the paper</source>
        <translation>Abbildungen %1 des Artikels</translation>
    </message>
    <message>
        <source>Figure %1 of the paper</source>
        <translation>Abbildung %1 des Artikels</translation>
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
    <name>roundoff::ui::ResultsPage</name>
    <message>
        <source>There are no results yet.

Open an experiment of the paper on the first page, or choose settings at the left, and press Run (%1):
figures, statistics and the verdicts on the paper&apos;s claims appear here as soon as runs finish.</source>
        <translation>Noch gibt es keine Ergebnisse.

Öffnen Sie auf der ersten Seite ein Experiment des Artikels, oder wählen Sie links Einstellungen, und drücken Sie Starten (%1):
Abbildungen, Statistik und die Urteile über die Aussagen des Artikels erscheinen hier, sobald Läufe fertig sind.</translation>
    </message>
    <message>
        <source>The figure appears when the first run has finished.</source>
        <translation>Die Abbildung erscheint, wenn der erste Lauf fertig ist.</translation>
    </message>
    <message>
        <source>No run finished an epoch, so that there is nothing to draw.</source>
        <translation>Kein Lauf hat eine Epoche beendet; es gibt also nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s) done</source>
        <translation>
            <numerusform>%1 von %n Lauf fertig</numerusform>
            <numerusform>%1 von %n Läufen fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>What stands here is about these so far; it changes while the others run.</source>
        <translation>Was hier steht, gilt für die bisher fertigen; es ändert sich, während die anderen laufen.</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>Bisher: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer Lauf</numerusform>
            <numerusform>und %n weitere Läufe</numerusform>
        </translation>
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
</context>
<context>
    <name>roundoff::ui::SaveFiguresDialog</name>
    <message>
        <source>Save all figures</source>
        <translation>Alle Abbildungen speichern</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>At least: a figure with very many rows is higher</source>
        <translation>Mindestens: Eine Abbildung mit sehr vielen Zeilen wird höher</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Resolution of PNG; SVG and PDF have none</source>
        <translation>Auflösung von PNG; SVG und PDF haben keine</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Wählen ...</translation>
    </message>
    <message>
        <source>Choose the folder that the figures are written to</source>
        <translation>Den Ordner wählen, in den die Abbildungen geschrieben werden</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Breite</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Höhe</translation>
    </message>
    <message>
        <source>&amp;Font size</source>
        <translation>&amp;Schriftgröße</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>&amp;Auflösung</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Folder for the figures</source>
        <translation>Ordner für die Abbildungen</translation>
    </message>
    <message>
        <source>Choose at least one kind of file.</source>
        <translation>Wählen Sie mindestens eine Dateiart.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>The data of each figure are written beside it as CSV.</source>
        <translation>Die Daten jeder Abbildung werden als CSV daneben geschrieben.</translation>
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
<context>
    <name>roundoff::ui::SummaryModel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>Std.-Abw.</translation>
    </message>
    <message>
        <source>95&#xa0;% interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Time is</source>
        <translation>Zeit ist</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Against %1</source>
        <translation>Gegen %1</translation>
    </message>
    <message>
        <source>Its 95&#xa0;% interval</source>
        <translation>Dessen 95-%-Intervall</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p of TOST</source>
        <translation>p (TOST)</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Runs that differ only in fold and seed</source>
        <translation>Läufe, die sich nur in Fold und Seed unterscheiden</translation>
    </message>
    <message>
        <source>How many runs of the group are done</source>
        <translation>Wie viele Läufe der Gruppe fertig sind</translation>
    </message>
    <message>
        <source>Mean over the runs that are done</source>
        <translation>Mittel über die fertigen Läufe</translation>
    </message>
    <message>
        <source>Standard deviation of the runs, with n − 1 in the denominator</source>
        <translation>Standardabweichung der Läufe, mit n − 1 im Nenner</translation>
    </message>
    <message>
        <source>95 % interval of the mean (Student t)</source>
        <translation>95-%-Intervall des Mittels (Student-t)</translation>
    </message>
    <message>
        <source>native: the processor computed in this format. emulated: it computed in a wider one and rounded, so the time is not the format&apos;s</source>
        <translation>nativ: Der Prozessor rechnete in diesem Format. emuliert: Er rechnete in einem breiteren und rundete; die Zeit ist also nicht die des Formats</translation>
    </message>
    <message>
        <source>What the group is compared with, over the repeats that both have</source>
        <translation>Womit die Gruppe verglichen wird, über die Wiederholungen, die beide haben</translation>
    </message>
    <message>
        <source>Mean difference from the baseline, over the repeats that both have (pp: percentage points)</source>
        <translation>Mittlerer Unterschied zum Bezug, über die Wiederholungen, die beide haben (PP: Prozentpunkte)</translation>
    </message>
    <message>
        <source>95 % interval of the difference (Student t; with folds, Nadeau and Bengio&apos;s correction for the training images that they share)</source>
        <translation>95-%-Intervall des Unterschieds (Student-t; bei Folds mit der Korrektur von Nadeau und Bengio für die Trainingsbilder, die sie teilen)</translation>
    </message>
    <message>
        <source>Two-sided paired t test of the hypothesis that there is no difference</source>
        <translation>Zweiseitiger gepaarter t-Test der Hypothese, dass es keinen Unterschied gibt</translation>
    </message>
    <message>
        <source>Two one-sided tests (TOST) of the hypothesis that the difference is half a percentage point or more; small values show equivalence</source>
        <translation>Zwei einseitige Tests (TOST) der Hypothese, dass der Unterschied einen halben Prozentpunkt oder mehr beträgt; kleine Werte weisen Gleichwertigkeit nach</translation>
    </message>
    <message>
        <source>Runs that have no part in these numbers, and why</source>
        <translation>Läufe, die in diese Zahlen nicht eingehen, und warum</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::SummaryPanel</name>
    <message>
        <source>Metric</source>
        <translation>Kenngröße</translation>
    </message>
    <message>
        <source>Which number of the runs is summarised</source>
        <translation>Welche Zahl der Läufe zusammengefasst wird</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>&amp;Summary of</source>
        <translation>&amp;Zusammenfassung von</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::WeightStudy</name>
    <message>
        <source>There is not enough memory to test this network</source>
        <translation>Der Speicher reicht nicht, um dieses Netz zu prüfen</translation>
    </message>
    <message>
        <source>There is not enough memory to round these weights</source>
        <translation>Der Speicher reicht nicht, um diese Gewichte zu runden</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::WeightsPage</name>
    <message>
        <source>Save packed weights…</source>
        <translation>Gepackte Gewichte speichern …</translation>
    </message>
    <message>
        <source>Worst-hit weights</source>
        <translation>Am stärksten veränderte Gewichte</translation>
    </message>
    <message>
        <source>The histograms are on the clipboard as a picture.</source>
        <translation>Die Histogramme sind als Bild in der Zwischenablage.</translation>
    </message>
    <message>
        <source>There are no trained weights yet.

Press Run (%1): as soon as a run has finished, its weights can be rounded here
to fewer decimals or to any number format, and tested at once.</source>
        <translation>Noch gibt es keine trainierten Gewichte.

Drücken Sie Starten (%1): Sobald ein Lauf fertig ist, lassen sich seine Gewichte hier
auf weniger Dezimalen oder auf jedes Zahlenformat runden und sofort prüfen.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Whose weights are rounded: the finished runs of the experiment</source>
        <translation>Wessen Gewichte gerundet werden: die fertigen Läufe des Experiments</translation>
    </message>
    <message>
        <source>Write the rounded weights to a file that holds only their codes, with what is needed to read them back</source>
        <translation>Die gerundeten Gewichte in eine Datei schreiben, die nur ihre Codes enthält und was nötig ist, um sie zurückzulesen</translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>Overlaid</source>
        <translation>Überlagert</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Linear counts</source>
        <translation>Anzahl linear</translation>
    </message>
    <message>
        <source>Logarithmic counts</source>
        <translation>Anzahl logarithmisch</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>before (%1)</source>
        <translation>vorher (%1)</translation>
    </message>
    <message>
        <source>after (%1)</source>
        <translation>nachher (%1)</translation>
    </message>
    <message>
        <source>Worst-hit weights: none changed</source>
        <translation>Am stärksten veränderte Gewichte: keines geändert</translation>
    </message>
    <message>
        <source>The accuracy cannot be measured: %1</source>
        <translation>Die Genauigkeit lässt sich nicht messen: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The weights cannot be packed: %1</source>
        <translation>Die Gewichte lassen sich nicht packen: %1</translation>
    </message>
    <message>
        <source>Save packed weights</source>
        <translation>Gepackte Gewichte speichern</translation>
    </message>
    <message>
        <source>Packed weights (*.safetensors)</source>
        <translation>Gepackte Gewichte (*.safetensors)</translation>
    </message>
    <message>
        <source>%1 written: %2 bytes, where FP32 takes %3.</source>
        <translation>%1 geschrieben: %2 Bytes statt %3 in FP32.</translation>
    </message>
    <message>
        <source>Save histograms</source>
        <translation>Histogramme speichern</translation>
    </message>
    <message>
        <source>Pictures (*.svg *.png *.pdf)</source>
        <translation>Bilder (*.svg *.png *.pdf)</translation>
    </message>
    <message>
        <source>The histograms were written to %1.</source>
        <translation>Die Histogramme wurden nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::WeightsSummary</name>
    <message>
        <source>no change</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Prozentpunkte</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Testgenauigkeit</translation>
    </message>
    <message>
        <source>Of the rounded weights, on all test images</source>
        <translation>Mit den gerundeten Gewichten, auf allen Testbildern</translation>
    </message>
    <message>
        <source>Distinct values</source>
        <translation>Verschiedene Werte</translation>
    </message>
    <message>
        <source>How many different numbers the rounded weights and biases are</source>
        <translation>Wie viele verschiedene Zahlen die gerundeten Gewichte und Bias-Werte sind</translation>
    </message>
    <message>
        <source>Bits per weight</source>
        <translation>Bits je Gewicht</translation>
    </message>
    <message>
        <source>Width of a code: a format&apos;s own, or what the significands of decimals need</source>
        <translation>Breite eines Codes: die des Formats, oder was die Signifikanden von Dezimalen brauchen</translation>
    </message>
    <message>
        <source>Packed size</source>
        <translation>Gepackte Größe</translation>
    </message>
    <message>
        <source>All weights and biases as codes without gaps between them</source>
        <translation>Alle Gewichte und Bias-Werte als Codes ohne Lücken dazwischen</translation>
    </message>
    <message>
        <source>Signal to noise</source>
        <translation>Signal zu Rauschen</translation>
    </message>
    <message>
        <source>SQNR: 10 log₁₀ of the sum of squared weights over the sum of squared errors</source>
        <translation>SQNR: 10 log₁₀ der Summe der quadrierten Gewichte durch die Summe der quadrierten Fehler</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln weight(s)</source>
        <translation>
            <numerusform>von %Ln Gewicht</numerusform>
            <numerusform>von %Ln Gewichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln weight(s) became infinite or NaN</source>
        <translation>
            <numerusform>%Ln Gewicht wurde unendlich oder NaN</numerusform>
            <numerusform>%Ln Gewichte wurden unendlich oder NaN</numerusform>
        </translation>
    </message>
    <message>
        <source>no weight changed</source>
        <translation>kein Gewicht geändert</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>largest error %1</source>
        <translation>größter Fehler %1</translation>
    </message>
    <message>
        <source>%1 as FP32</source>
        <translation>%1 als FP32</translation>
    </message>
    <message>
        <source>%1 as trained</source>
        <translation>%1 wie trainiert</translation>
    </message>
    <message>
        <source>%1 times smaller</source>
        <translation>%1-mal kleiner</translation>
    </message>
    <message>
        <source>%1 times larger</source>
        <translation>%1-mal größer</translation>
    </message>
    <message>
        <source>cannot be packed</source>
        <translation>nicht packbar</translation>
    </message>
</context>
</TS>
