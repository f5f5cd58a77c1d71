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
    <name>DensityPlot</name>
    <message>
        <source>Values from each power of two to the next. Lighter: subnormal. Triangles: the smallest and the largest value.</source>
        <translation>Werte von jeder Zweierpotenz bis zur nächsten. Heller: subnormal. Dreiecke: der kleinste und der größte Wert.</translation>
    </message>
    <message>
        <source>%1, subnormal</source>
        <translation>%1, subnormal</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>no values of this sign</source>
        <translation>keine Werte mit diesem Vorzeichen</translation>
    </message>
    <message>
        <source>magnitudes of the negative values</source>
        <translation>Beträge der negativen Werte</translation>
    </message>
    <message>
        <source>smallest %1</source>
        <translation>kleinster %1</translation>
    </message>
    <message>
        <source>normal from %1</source>
        <translation>normal ab %1</translation>
    </message>
    <message>
        <source>largest %1</source>
        <translation>größter %1</translation>
    </message>
    <message>
        <source>at most %1 in a power of two</source>
        <translation>höchstens %1 je Zweierpotenz</translation>
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
    <message numerus="yes">
        <source>%n run(s), all there</source>
        <translation>
            <numerusform>%n Lauf, vorhanden</numerusform>
            <numerusform>%n Läufe, alle vorhanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s) left</source>
        <translation>
            <numerusform>noch %1 von %n Lauf</numerusform>
            <numerusform>noch %1 von %n Läufen</numerusform>
        </translation>
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
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
    <message>
        <source>Negative values in each power of two: %1</source>
        <translation>Negative Werte je Zweierpotenz: %1</translation>
    </message>
    <message>
        <source>Positive values in each power of two: %1</source>
        <translation>Positive Werte je Zweierpotenz: %1</translation>
    </message>
    <message>
        <source>to zero</source>
        <translation>zu null</translation>
    </message>
    <message>
        <source>subnormal</source>
        <translation>subnormal</translation>
    </message>
    <message>
        <source>overflow</source>
        <translation>Überlauf</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>gesättigt</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>%1: what rounding did inside %2</source>
        <translation>%1: Was das Runden in %2 bewirkt hat</translation>
    </message>
    <message>
        <source>%1: magnitudes inside %2, epoch %3</source>
        <translation>%1: Beträge in %2, Epoche %3</translation>
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
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>shared scale</source>
        <translation>gemeinsame Skala</translation>
    </message>
    <message>
        <source>zero point</source>
        <translation>Nullpunkt</translation>
    </message>
    <message>
        <source>a number where there was none</source>
        <translation>eine Zahl, wo keine war</translation>
    </message>
    <message>
        <source>%1 with %2, %3 with %4</source>
        <translation>%1 mit %2, %3 mit %4</translation>
    </message>
    <message>
        <source>Chances</source>
        <translation>Chancen</translation>
    </message>
    <message>
        <source>the scale of the block is not a number, and so are all its values</source>
        <translation>die Skala des Blocks ist keine Zahl, also ist auch keiner seiner Werte eine</translation>
    </message>
    <message>
        <source>all are zero: the smallest scale</source>
        <translation>alle sind null: die kleinste Skala</translation>
    </message>
    <message>
        <source>, limited to 2%1</source>
        <translation>, begrenzt auf 2%1</translation>
    </message>
    <message>
        <source>all are zero: scale 1</source>
        <translation>alle sind null: Skala 1</translation>
    </message>
    <message>
        <source>max |x| / %1 = %2 / %1</source>
        <translation>max |x| / %1 = %2 / %1</translation>
    </message>
    <message>
        <source>(max − min) / %1 = (%2 − %3) / %1, with 0 in the range</source>
        <translation>(max − min) / %1 = (%2 − %3) / %1, samt 0</translation>
    </message>
    <message>
        <source>%1 numbers: %2 + %3/%1 = %4 bits each</source>
        <translation>%1 Zahlen: je %2 + %3/%1 = %4 Bits</translation>
    </message>
    <message>
        <source>a channel: %1 bits each, and %2 a channel</source>
        <translation>ein Kanal: je Zahl %1 Bits, dazu %2 je Kanal</translation>
    </message>
    <message>
        <source>a tensor: %1 bits each, and %2 a tensor</source>
        <translation>ein Tensor: je Zahl %1 Bits, dazu %2 je Tensor</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Zero point</source>
        <translation>Nullpunkt</translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation>Geteilt von</translation>
    </message>
    <message>
        <source>%1, code 0x%2 (E8M0)</source>
        <translation>%1, Code 0x%2 (E8M0)</translation>
    </message>
    <message>
        <source>NaN, code 0xff (E8M0): one of the block is not finite</source>
        <translation>NaN, Code 0xff (E8M0): Eine Zahl des Blocks ist nicht endlich</translation>
    </message>
    <message>
        <source>%1 (FP32)</source>
        <translation>%1 (FP32)</translation>
    </message>
</context>
<context>
    <name>FormatRemarks</name>
    <message>
        <source>%1 has no infinity to overflow to; shown with %2.</source>
        <translation>%1 hat kein Unendlich, zu dem es überlaufen könnte; gezeigt mit %2.</translation>
    </message>
    <message>
        <source>%1 does not overflow to NaN; shown with %2.</source>
        <translation>%1 läuft nicht zu NaN über; gezeigt mit %2.</translation>
    </message>
    <message>
        <source>%1 has no NaN: it becomes the largest finite value.</source>
        <translation>%1 hat kein NaN: Daraus wird der größte endliche Wert.</translation>
    </message>
    <message>
        <source>%1 has no NaN: it becomes 0.</source>
        <translation>%1 hat kein NaN: Daraus wird 0.</translation>
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
    <name>NamedPolicies</name>
    <message>
        <source>Double precision everywhere: the reference for all others</source>
        <translation>Überall doppelte Präzision: der Bezug für alle anderen</translation>
    </message>
    <message>
        <source>Single precision everywhere: what networks are usually trained in</source>
        <translation>Überall einfache Präzision: worin Netze gewöhnlich trainiert werden</translation>
    </message>
    <message>
        <source>FP32&apos;s range with FP16&apos;s precision, everywhere</source>
        <translation>Überall der Bereich von FP32 mit der Präzision von FP16</translation>
    </message>
    <message>
        <source>FP32&apos;s range with 8 significand bits, everywhere: small updates are lost</source>
        <translation>Überall der Bereich von FP32 mit 8 Bits des Signifikanden: Kleine Schritte gehen verloren</translation>
    </message>
    <message>
        <source>Half precision everywhere: small gradients are lost</source>
        <translation>Überall halbe Präzision: Kleine Gradienten gehen verloren</translation>
    </message>
    <message>
        <source>Mixed precision: FP16 with FP32 master weights and loss scaling</source>
        <translation>Gemischte Präzision: FP16 mit Master-Gewichten in FP32 und Verlustskalierung</translation>
    </message>
    <message>
        <source>Mixed precision: BF16 with FP32 master weights and loss scaling</source>
        <translation>Gemischte Präzision: BF16 mit Master-Gewichten in FP32 und Verlustskalierung</translation>
    </message>
    <message>
        <source>Mixed precision: E4M3 forward, E5M2 for gradients, FP32 master weights</source>
        <translation>Gemischte Präzision: E4M3 vorwärts, E5M2 für Gradienten, Master-Gewichte in FP32</translation>
    </message>
    <message>
        <source>BF16 everywhere; weights and optimiser state rounded stochastically</source>
        <translation>Überall BF16; Gewichte und Optimiererzustand stochastisch gerundet</translation>
    </message>
    <message>
        <source>8 bits everywhere, most of them for range</source>
        <translation>Überall 8 Bits, die meisten für den Bereich</translation>
    </message>
    <message>
        <source>8 bits everywhere, one more of them for precision than E5M2</source>
        <translation>Überall 8 Bits, eines mehr als bei E5M2 für die Präzision</translation>
    </message>
    <message>
        <source>6 bits everywhere, to see where training breaks down</source>
        <translation>Überall 6 Bits, um zu sehen, wo das Training zusammenbricht</translation>
    </message>
    <message>
        <source>6 bits everywhere, with less range and more precision</source>
        <translation>Überall 6 Bits, mit weniger Bereich und mehr Präzision</translation>
    </message>
    <message>
        <source>4 bits everywhere: sixteen codes, from -6 to 6</source>
        <translation>Überall 4 Bits: sechzehn Codes, von -6 bis 6</translation>
    </message>
    <message>
        <source>Blocks of 32 numbers of 8 bits share a scale; FP32 master weights</source>
        <translation>Blöcke von 32 Zahlen zu 8 Bits teilen eine Skala; Master-Gewichte in FP32</translation>
    </message>
    <message>
        <source>Blocks of 32 integers of 8 bits share a scale; FP32 master weights</source>
        <translation>Blöcke von 32 Ganzzahlen zu 8 Bits teilen eine Skala; Master-Gewichte in FP32</translation>
    </message>
    <message>
        <source>Blocks of 32 numbers of 4 bits share a scale; FP32 master weights</source>
        <translation>Blöcke von 32 Zahlen zu 4 Bits teilen eine Skala; Master-Gewichte in FP32</translation>
    </message>
    <message>
        <source>Quantisation-aware training for INT8, one scale a neuron</source>
        <translation>Training, das INT8 schon berücksichtigt; eine Skala je Neuron</translation>
    </message>
    <message>
        <source>Quantisation-aware training for INT4, one scale for 64 weights</source>
        <translation>Training, das INT4 schon berücksichtigt; eine Skala für je 64 Gewichte</translation>
    </message>
</context>
<context>
    <name>NumberLinePlot</name>
    <message>
        <source>A tick is a value: long for a power of two, short for a subnormal. Shaded: too dense to draw, the darker the more values. The marker is what the number is rounded to.</source>
        <translation>Ein Strich ist ein Wert: lang bei einer Zweierpotenz, kurz bei einem subnormalen. Schattiert: zu dicht zum Zeichnen, je dunkler, desto mehr Werte. Die Marke ist, worauf die Zahl gerundet wird.</translation>
    </message>
    <message>
        <source>spacing %1</source>
        <translation>Abstand %1</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <translation>aus %1 wird %2</translation>
    </message>
    <message>
        <source>, at the scale %1</source>
        <translation>, bei der Skala %1</translation>
    </message>
</context>
<context>
    <name>Numerics</name>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1: %2 values (%3), %4</source>
        <translation>%1: %2 Werte (%3), %4</translation>
    </message>
    <message>
        <source>magnitude before rounding</source>
        <translation>Betrag vor dem Runden</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>kleinster</translation>
    </message>
    <message>
        <source>smallest normal</source>
        <translation>kleinster normaler</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>größter</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>Zu klein</translation>
    </message>
    <message>
        <source>Subnormal</source>
        <translation>Subnormal</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>Underflowed to zero</source>
        <translation>Unterlauf zu null</translation>
    </message>
    <message>
        <source>Overflowed</source>
        <translation>Überlauf</translation>
    </message>
    <message>
        <source>Saturated</source>
        <translation>Sättigung</translation>
    </message>
    <message>
        <source>Signal to quantisation noise</source>
        <translation>Signal zu Quantisierungsrauschen</translation>
    </message>
    <message>
        <source>Swallowed updates</source>
        <translation>Verschluckte Schritte</translation>
    </message>
    <message>
        <source>Accumulator stagnation</source>
        <translation>Stillstand im Akkumulator</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Share of the values that rounding made zero, of those that were not zero</source>
        <translation>Anteil der Werte, die das Runden zu null gemacht hat, an denen, die nicht null waren</translation>
    </message>
    <message>
        <source>Share of the values below the format&apos;s smallest normal value, where it has fewer bits, of those that were not zero</source>
        <translation>Anteil der Werte unter dem kleinsten normalen Wert des Formats, wo es weniger Bits hat, an denen, die nicht null waren</translation>
    </message>
    <message>
        <source>Share of the values that rounding made infinite or NaN, of those that were not zero</source>
        <translation>Anteil der Werte, die das Runden unendlich oder zu NaN gemacht hat, an denen, die nicht null waren</translation>
    </message>
    <message>
        <source>Share of the values beyond the format&apos;s largest one that became that one, of those that were not zero</source>
        <translation>Anteil der Werte jenseits des größten Werts des Formats, die zu diesem wurden, an denen, die nicht null waren</translation>
    </message>
    <message>
        <source>How much stronger the values are than what rounding changed of them, in decibels: 6 dB are a bit</source>
        <translation>Wie viel stärker die Werte sind als das, was das Runden an ihnen geändert hat, in Dezibel: 6 dB sind ein Bit</translation>
    </message>
    <message>
        <source>Share of the weights that their step left as they were, of those whose step was not zero</source>
        <translation>Anteil der Gewichte, die ihr Schritt ließ, wie sie waren, an denen, deren Schritt nicht null war</translation>
    </message>
    <message>
        <source>Share of the additions to running sums that left the sum as it was, in a narrow accumulator</source>
        <translation>Anteil der Additionen zu laufenden Summen, die in einem schmalen Akkumulator die Summe ließen, wie sie war</translation>
    </message>
    <message>
        <source>Norm of the layer&apos;s gradients, unscaled and before clipping</source>
        <translation>Norm der Gradienten der Schicht, ohne Verlustskala und vor der Begrenzung</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Accumulator</source>
        <translation>Akkumulator</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>%1 values were looked at, of which %2 were zero</source>
        <translation>%1 Werte wurden betrachtet, davon waren %2 null</translation>
    </message>
    <message>
        <source>Infinite or NaN</source>
        <translation>Unendlich oder NaN</translation>
    </message>
    <message>
        <source>No step of a weight was anything but zero</source>
        <translation>Kein Schritt eines Gewichts war von null verschieden</translation>
    </message>
    <message>
        <source>%1 of %2 steps that were not zero left their weight as it was</source>
        <translation>%1 von %2 Schritten, die nicht null waren, ließen ihr Gewicht, wie es war</translation>
    </message>
    <message>
        <source>The accumulator is the processor&apos;s own: its additions are not counted</source>
        <translation>Der Akkumulator ist der des Prozessors: Seine Additionen werden nicht gezählt</translation>
    </message>
    <message>
        <source>%1 of %2 additions left the running sum as it was</source>
        <translation>%1 von %2 Additionen ließen die laufende Summe, wie sie war</translation>
    </message>
    <message>
        <source>Products that became zero: %1</source>
        <translation>Produkte, die null wurden: %1</translation>
    </message>
    <message>
        <source>Sums and products that overflowed: %1</source>
        <translation>Summen und Produkte, die überliefen: %1</translation>
    </message>
    <message>
        <source>Root mean square over the steps that were looked at: %1</source>
        <translation>Quadratisches Mittel über die betrachteten Schritte: %1</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Master weights</source>
        <translation>Master-Gewichte</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Activation gradients</source>
        <translation>Aktiv.-Gradienten</translation>
    </message>
    <message>
        <source>Optimiser state</source>
        <translation>Optimierer-Zustand</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>NaN, which the format has not</source>
        <translation>NaN, das das Format nicht hat</translation>
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
    <name>PlotSaving</name>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Pictures (*.svg *.png *.pdf);;Data (*.csv)</source>
        <translation>Bilder (*.svg *.png *.pdf);;Daten (*.csv)</translation>
    </message>
    <message>
        <source>The picture was written to %1.</source>
        <translation>Das Bild wurde nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>PolicyCells</name>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Weights and biases as the products see them</source>
        <translation>Gewichte und Bias-Werte, wie die Produkte sie sehen</translation>
    </message>
    <message>
        <source>Master weights</source>
        <translation>Master-Gewichte</translation>
    </message>
    <message>
        <source>A copy of the weights that the optimiser updates; without one it updates the rounded weights themselves</source>
        <translation>Eine Kopie der Gewichte, die der Optimierer aktualisiert; ohne sie aktualisiert er die gerundeten Gewichte selbst</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>What layers hand on, the inputs included</source>
        <translation>Was Schichten weitergeben, samt den Eingaben</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>Gradients of the weights</source>
        <translation>Gradienten der Gewichte</translation>
    </message>
    <message>
        <source>Activation gradients</source>
        <translation>Aktivierungsgradienten</translation>
    </message>
    <message>
        <source>Gradients that layers hand back</source>
        <translation>Gradienten, die Schichten zurückgeben</translation>
    </message>
    <message>
        <source>Optimiser state</source>
        <translation>Optimiererzustand</translation>
    </message>
    <message>
        <source>Velocities and moments of the optimiser</source>
        <translation>Geschwindigkeiten und Momente des Optimierers</translation>
    </message>
    <message>
        <source>Accumulator</source>
        <translation>Akkumulator</translation>
    </message>
    <message>
        <source>What products are summed in: every product and every sum is rounded once</source>
        <translation>Worin Produkte summiert werden: Jedes Produkt und jede Summe wird einmal gerundet</translation>
    </message>
</context>
<context>
    <name>PolicyLayers</name>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
</context>
<context>
    <name>PolicySentence</name>
    <message>
        <source>everything is kept in %1</source>
        <translation>alles bleibt in %1</translation>
    </message>
    <message>
        <source>everything is rounded to %1</source>
        <translation>alles wird auf %1 gerundet</translation>
    </message>
    <message>
        <source>%1 stay in %2</source>
        <translation>%1 bleiben in %2</translation>
    </message>
    <message>
        <source>%1 are rounded to %2</source>
        <translation>%1 werden auf %2 gerundet</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>roles, format</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1 master weights are updated</source>
        <translation>aktualisiert werden Master-Gewichte in %1</translation>
    </message>
    <message>
        <source>the rounded weights themselves are updated</source>
        <translation>aktualisiert werden die gerundeten Gewichte selbst</translation>
    </message>
    <message>
        <source>products are summed in %1</source>
        <translation>Produkte werden in %1 summiert</translation>
    </message>
    <message>
        <source>products are summed in %1 in chunks of %2</source>
        <translation>Produkte werden in %1 in Abschnitten von %2 summiert</translation>
    </message>
    <message>
        <source>Rounding is %1.</source>
        <translation>Gerundet wird %1.</translation>
    </message>
    <message>
        <source>Overflow stops at the largest value.</source>
        <translation>Überlauf endet beim größten Wert.</translation>
    </message>
    <message>
        <source>Overflow becomes infinity.</source>
        <translation>Überlauf wird unendlich.</translation>
    </message>
    <message>
        <source>Overflow becomes NaN.</source>
        <translation>Überlauf wird zu NaN.</translation>
    </message>
    <message>
        <source>Subnormal results become zero.</source>
        <translation>Subnormale Ergebnisse werden null.</translation>
    </message>
    <message>
        <source>Every elementary operation is rounded.</source>
        <translation>Jede elementare Operation wird gerundet.</translation>
    </message>
    <message>
        <source>everything in %1</source>
        <translation>alles in %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>format, roles</comment>
        <translation>%2 in %1</translation>
    </message>
    <message>
        <source>%1 master weights</source>
        <translation>Master-Gewichte in %1</translation>
    </message>
    <message>
        <source>%1 keep %2.</source>
        <comment>layers, formats</comment>
        <translation>%1 behalten %2.</translation>
    </message>
    <message>
        <source>%1 keeps %2.</source>
        <comment>layer, formats</comment>
        <translation>%1 behält %2.</translation>
    </message>
    <message>
        <source>%1 have %2.</source>
        <comment>layers, formats</comment>
        <translation>%1 haben %2.</translation>
    </message>
    <message>
        <source>%1 has %2.</source>
        <comment>layer, formats</comment>
        <translation>%1 hat %2.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>layers, what they do</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Computed in %1 arithmetic; times are native.</source>
        <translation>Gerechnet wird in %1; die Zeiten sind nativ.</translation>
    </message>
    <message>
        <source>Computed in %1 arithmetic; times are emulated.</source>
        <translation>Gerechnet wird in %1; die Zeiten sind emuliert.</translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>master weights</source>
        <translation>Master-Gewichte</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>weight gradients</source>
        <translation>Gewichtsgradienten</translation>
    </message>
    <message>
        <source>activation gradients</source>
        <translation>Aktivierungsgradienten</translation>
    </message>
    <message>
        <source>optimiser states</source>
        <translation>Optimiererzustände</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>to nearest, ties to even</source>
        <translation>zum nächsten Wert, bei Gleichstand zum geraden</translation>
    </message>
    <message>
        <source>to nearest, ties away from zero</source>
        <translation>zum nächsten Wert, bei Gleichstand weg von der Null</translation>
    </message>
    <message>
        <source>toward zero</source>
        <translation>zur Null hin</translation>
    </message>
    <message>
        <source>up</source>
        <translation>nach oben</translation>
    </message>
    <message>
        <source>down</source>
        <translation>nach unten</translation>
    </message>
    <message>
        <source>stochastic</source>
        <translation>stochastisch</translation>
    </message>
    <message>
        <source>overflowing to infinity</source>
        <translation>Überlauf wird unendlich</translation>
    </message>
    <message>
        <source>overflowing to NaN</source>
        <translation>Überlauf wird zu NaN</translation>
    </message>
    <message>
        <source>saturating</source>
        <translation>sättigend</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>Gradienten</translation>
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
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
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
    <message>
        <source>Experiments and specifications (*.roundoff *.json);;All files (*)</source>
        <translation>Experimente und Spezifikationen (*.roundoff *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Experiments (*.roundoff)</source>
        <translation>Experimente (*.roundoff)</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::Actions</name>
    <message>
        <source>&amp;New experiment</source>
        <translation>&amp;Neues Experiment</translation>
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
    <message>
        <source>&amp;Start</source>
        <translation>S&amp;tart</translation>
    </message>
    <message>
        <source>The experiments of the paper</source>
        <translation>Die Experimente des Artikels</translation>
    </message>
    <message>
        <source>L&amp;ive</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>What runs now, or ran last</source>
        <translation>Was gerade läuft oder zuletzt lief</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>E&amp;rgebnisse</translation>
    </message>
    <message>
        <source>What the experiment says</source>
        <translation>Was das Experiment sagt</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>&amp;Gewichte</translation>
    </message>
    <message>
        <source>What rounding does to trained weights</source>
        <translation>Was Runden mit trainierten Gewichten macht</translation>
    </message>
    <message>
        <source>&amp;Numerics</source>
        <translation>&amp;Numerik</translation>
    </message>
    <message>
        <source>What precision does inside the networks, and why one broke</source>
        <translation>Was die Präzision in den Netzen bewirkt, und warum eines zerbrach</translation>
    </message>
    <message>
        <source>F&amp;ormats</source>
        <translation>F&amp;ormate</translation>
    </message>
    <message>
        <source>What number formats are made of</source>
        <translation>Woraus Zahlenformate bestehen</translation>
    </message>
    <message>
        <source>Begin with the default experiment, in a window of its own</source>
        <translation>Mit dem Standardexperiment beginnen, in einem eigenen Fenster</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open an experiment, or a specification in JSON</source>
        <translation>Ein Experiment öffnen oder eine Spezifikation in JSON</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the experiment with its results</source>
        <translation>Das Experiment mit seinen Ergebnissen speichern</translation>
    </message>
    <message>
        <source>Save &amp;as...</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save the experiment with its results under another name</source>
        <translation>Das Experiment mit seinen Ergebnissen unter einem anderen Namen speichern</translation>
    </message>
    <message>
        <source>Export s&amp;pecification...</source>
        <translation>S&amp;pezifikation exportieren …</translation>
    </message>
    <message>
        <source>Write what the form says as a JSON file, for the command line and for others</source>
        <translation>Was das Formular sagt, als JSON-Datei schreiben, für die Kommandozeile und für andere</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Dieses Fenster schließen</translation>
    </message>
    <message>
        <source>Close all windows; they come back at the next start</source>
        <translation>Alle Fenster schließen; beim nächsten Start kommen sie wieder</translation>
    </message>
    <message>
        <source>Run &amp;all again</source>
        <translation>&amp;Alle noch einmal ausführen</translation>
    </message>
    <message>
        <source>Run every run of the experiment again; results stay until the new ones come</source>
        <translation>Jeden Lauf des Experiments noch einmal ausführen; Ergebnisse bleiben, bis die neuen da sind</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Run what is not there yet; what was stopped goes on from its last epoch</source>
        <translation>Ausführen, was noch nicht da ist; was angehalten wurde, geht nach seiner letzten Epoche weiter</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>Noch einmal ausfüh&amp;ren</translation>
    </message>
    <message>
        <source>All runs are there: run them again</source>
        <translation>Alle Läufe sind da: sie noch einmal ausführen</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <comment>what is undone</comment>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>Take the last change of the form back</source>
        <translation>Die letzte Änderung im Formular zurücknehmen</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <comment>what is done again</comment>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Make a change again that was taken back</source>
        <translation>Eine zurückgenommene Änderung noch einmal machen</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>Wiederholen: %1</translation>
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
    <name>roundoff::ui::CellFields</name>
    <message>
        <source>Format of the selected cells</source>
        <translation>Format der gewählten Zellen</translation>
    </message>
    <message>
        <source>Rounding of the selected cells</source>
        <translation>Rundung der gewählten Zellen</translation>
    </message>
    <message>
        <source>Overflow of the selected cells</source>
        <translation>Überlauf der gewählten Zellen</translation>
    </message>
    <message>
        <source>A format: one of the list, any E5M6, FIXED8.4, DEC3 or INT4-SYM-G64</source>
        <translation>Ein Format: eines der Liste oder etwa E5M6, FIXED8.4, DEC3 oder INT4-SYM-G64</translation>
    </message>
    <message>
        <source>as the policy</source>
        <translation>wie die Regel</translation>
    </message>
    <message>
        <source>Chunk of the selected accumulators</source>
        <translation>Abschnitt der gewählten Akkumulatoren</translation>
    </message>
    <message>
        <source>one chain</source>
        <translation>eine Kette</translation>
    </message>
    <message>
        <source>So many products are summed in the format, and these sums in FP32</source>
        <translation>So viele Produkte werden in dem Format summiert, und diese Summen in FP32</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Ro&amp;unding</source>
        <translation>Run&amp;dung</translation>
    </message>
    <message>
        <source>O&amp;verflow</source>
        <translation>Üb&amp;erlauf</translation>
    </message>
    <message>
        <source>C&amp;hunk</source>
        <translation>Abs&amp;chnitt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>%1 Zellen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>layer, role</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::ChartLegend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>The first %1 of %2 are drawn; click others to add them.</source>
        <translation>Die ersten %1 von %2 sind gezeichnet; klicken Sie andere an, um sie hinzuzunehmen.</translation>
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
    <message>
        <source>Nothing of this has been measured yet.</source>
        <translation>Hiervon ist noch nichts gemessen.</translation>
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
    <name>roundoff::ui::DensityView</name>
    <message>
        <source>Values in each power of two</source>
        <translation>Werte je Zweierpotenz</translation>
    </message>
    <message>
        <source>Values from 2%1 to below 2%2</source>
        <translation>Werte von 2%1 bis unter 2%2</translation>
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
    <name>roundoff::ui::DocumentFile</name>
    <message>
        <source>%1 was moved, deleted or replaced by another program: save it elsewhere</source>
        <translation>%1 wurde von einem anderen Programm verschoben, gelöscht oder ersetzt: Speichern Sie es anderswo</translation>
    </message>
    <message>
        <source>changes that were not saved</source>
        <translation>Änderungen, die nicht gespeichert waren</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>Untitled experiment</source>
        <translation>Unbenanntes Experiment</translation>
    </message>
    <message>
        <source>%1 has no place of its own yet: choose one with Save As</source>
        <translation>%1 hat noch keinen eigenen Platz: Wählen Sie einen mit „Speichern unter“</translation>
    </message>
    <message>
        <source>%1 is kept in memory only</source>
        <translation>%1 steht nur im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Neither the folder for experiments nor the one for temporary files can be written to: %1 is kept in memory only, and lost when the program ends.</source>
        <translation>Weder der Ordner für Experimente noch der für temporäre Dateien lässt sich beschreiben: %1 steht nur im Arbeitsspeicher und geht mit dem Ende des Programms verloren.</translation>
    </message>
    <message>
        <source>%1 is not there any more: it was moved or deleted. This window still has all of it. Put the file back, or save it elsewhere.</source>
        <translation>%1 ist nicht mehr da: Es wurde verschoben oder gelöscht. Dieses Fenster hat noch alles. Legen Sie die Datei zurück, oder speichern Sie anderswo.</translation>
    </message>
    <message>
        <source>%1 was changed by another program. Save what this window has elsewhere, or close it without saving and open the file again.</source>
        <translation>%1 wurde von einem anderen Programm geändert. Speichern Sie den Inhalt dieses Fensters anderswo, oder schließen Sie es ohne zu speichern, und öffnen Sie die Datei neu.</translation>
    </message>
    <message>
        <source>Another program has overwritten the runs that were kept in %1: they are not in %2. Run them again, or export what this window still shows of them.</source>
        <translation>Ein anderes Programm hat die Läufe überschrieben, die in %1 aufbewahrt waren: Sie sind nicht in %2. Lassen Sie sie neu laufen, oder exportieren Sie, was dieses Fenster noch von ihnen zeigt.</translation>
    </message>
    <message>
        <source>%1 is not being saved at present: %2</source>
        <translation>%1 wird zurzeit nicht gespeichert: %2</translation>
    </message>
    <message>
        <source>%1 can only be read: %2. What you change or run goes into a copy.</source>
        <translation>%1 lässt sich nur lesen: %2. Was Sie ändern oder ausführen, kommt in eine Kopie.</translation>
    </message>
    <message>
        <source>The folder for experiments cannot be written to: %1 is kept in a temporary file until you save it.</source>
        <translation>Der Ordner für Experimente lässt sich nicht beschreiben: %1 steht in einer temporären Datei, bis Sie es speichern.</translation>
    </message>
    <message>
        <source>%1 was recovered from a session that did not end properly.</source>
        <translation>%1 wurde aus einer Sitzung wiederhergestellt, die nicht ordentlich endete.</translation>
    </message>
    <message>
        <source>This is a copy of %1, which can only be read. It is not saved under a name of its own yet.</source>
        <translation>Dies ist eine Kopie von %1, das sich nur lesen lässt. Sie ist noch nicht unter eigenem Namen gespeichert.</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::ExperimentDocument</name>
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
    <message>
        <source>change of %1</source>
        <translation>Änderung: %1</translation>
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
    <name>roundoff::ui::ExponentPanel</name>
    <message>
        <source>Point at a bar to read it.</source>
        <translation>Zeigen Sie auf einen Balken, um ihn abzulesen.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Which epoch&apos;s values are counted</source>
        <translation>Die Werte welcher Epoche gezählt sind</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>%1: the values share scales that are computed from each tensor, so there is no fixed range</source>
        <translation>%1: Die Werte teilen Skalen, die aus jedem Tensor berechnet werden; einen festen Bereich gibt es also nicht</translation>
    </message>
    <message>
        <source>No exponents of these values were counted.</source>
        <translation>Exponenten dieser Werte wurden nicht gezählt.</translation>
    </message>
    <message>
        <source>The exponents come when the run has ended.</source>
        <translation>Die Exponenten kommen, wenn der Lauf zu Ende ist.</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::ExponentView</name>
    <message>
        <source>Histogram of exponents</source>
        <translation>Histogramm der Exponenten</translation>
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
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>The histogram is on the clipboard as a picture.</source>
        <translation>Das Histogramm ist als Bild in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The histogram&apos;s counts are on the clipboard as a table.</source>
        <translation>Die Anzahlen des Histogramms sind als Tabelle in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save histogram</source>
        <translation>Histogramm speichern</translation>
    </message>
    <message>
        <source>Pictures (*.svg *.png *.pdf)</source>
        <translation>Bilder (*.svg *.png *.pdf)</translation>
    </message>
    <message>
        <source>The histogram was written to %1.</source>
        <translation>Das Histogramm wurde nach %1 geschrieben.</translation>
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
    <name>roundoff::ui::FormatChoice</name>
    <message>
        <source>A format&apos;s name; also E&lt;e&gt;M&lt;m&gt; such as E5M6, INT&lt;n&gt;, FIXED&lt;n&gt;.&lt;f&gt;, DEC&lt;d&gt;, and with shared scales INT&lt;n&gt;-SYM or -AFFINE with -CHANNEL or -G&lt;values&gt;, MXFP8-E4M3, BLOCK&lt;values&gt;-&lt;format&gt;</source>
        <translation>Der Name eines Formats; auch E&lt;e&gt;M&lt;m&gt; wie E5M6, INT&lt;n&gt;, FIXED&lt;n&gt;.&lt;f&gt;, DEC&lt;d&gt;, und mit gemeinsamen Skalen INT&lt;n&gt;-SYM oder -AFFINE mit -CHANNEL oder -G&lt;Werte&gt;, MXFP8-E4M3, BLOCK&lt;Werte&gt;-&lt;Format&gt;</translation>
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
    <message>
        <source>Numbers that share the scale</source>
        <translation>Zahlen, die die Skala teilen</translation>
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
    <message>
        <source>block with a shared scale; limits at scale 1</source>
        <translation>Block mit gemeinsamer Skala; Grenzen bei Skala 1</translation>
    </message>
    <message>
        <source>integer with a scale; limits at scale 1</source>
        <translation>Ganzzahl mit Skala; Grenzen bei Skala 1</translation>
    </message>
    <message>
        <source>E8M0 for %1</source>
        <translation>E8M0 für %1</translation>
    </message>
    <message>
        <source>FP32 for %1</source>
        <translation>FP32 für %1</translation>
    </message>
    <message>
        <source>FP32 a channel</source>
        <translation>FP32 je Kanal</translation>
    </message>
    <message>
        <source>FP32 a tensor</source>
        <translation>FP32 je Tensor</translation>
    </message>
    <message>
        <source>Bits that a value takes with its share of the scale, where that is the same in every tensor</source>
        <translation>Bits, die ein Wert mit seinem Anteil an der Skala braucht, wo das in jedem Tensor gleich ist</translation>
    </message>
    <message>
        <source>Per value</source>
        <translation>Je Wert</translation>
    </message>
    <message>
        <source>The format of a shared scale, and how many values share it</source>
        <translation>Das Format einer gemeinsamen Skala, und wie viele Werte sie teilen</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
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
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Double-click a format to see the number in it</source>
        <translation>Doppelklick auf ein Format zeigt die Zahl darin</translation>
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
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Number line</source>
        <translation>Zahlenstrahl</translation>
    </message>
    <message>
        <source>Table of formats</source>
        <translation>Tabelle der Formate</translation>
    </message>
    <message>
        <source>Numbers that are quantised together with the value: the largest of all decides the scale. Separate them by spaces or semicolons</source>
        <translation>Zahlen, die zusammen mit dem Wert quantisiert werden: Die größte von allen bestimmt die Skala. Getrennt durch Leerzeichen oder Semikolons</translation>
    </message>
    <message>
        <source>&amp;Shares its scale with</source>
        <translation>&amp;Teilt die Skala mit</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::HeatView</name>
    <message>
        <source>Layers and roles</source>
        <translation>Schichten und Rollen</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>CSV speichern …</translation>
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
    <name>roundoff::ui::LossScalePanel</name>
    <message>
        <source>Loss scale</source>
        <translation>Verlustskala</translation>
    </message>
    <message>
        <source>Steps skipped so far</source>
        <translation>Bisher übersprungene Schritte</translation>
    </message>
    <message>
        <source>Loss scale (thin: steps skipped so far)</source>
        <translation>Verlustskala (dünn: übersprungen)</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::MainWindow</name>
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
        <source>Roundoff speaks the other language when it is started again.</source>
        <translation>Roundoff spricht die andere Sprache, sobald es neu gestartet wird.</translation>
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
    <message>
        <source>Numerics</source>
        <translation>Numerik</translation>
    </message>
    <message>
        <source>reset to defaults</source>
        <translation>Zurücksetzen auf die Vorgaben</translation>
    </message>
    <message>
        <source>%1 [read-only]</source>
        <translation>%1 [schreibgeschützt]</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Diese Liste &amp;leeren</translation>
    </message>
    <message>
        <source>Forget which files were opened; the files stay</source>
        <translation>Vergessen, welche Dateien geöffnet waren; die Dateien bleiben</translation>
    </message>
    <message>
        <source>%1 is not there any more. It was taken off the list of recent files.</source>
        <translation>%1 ist nicht mehr da und wurde aus der Liste der zuletzt geöffneten Dateien genommen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>Experiment speichern</translation>
    </message>
    <message>
        <source>Export specification</source>
        <translation>Spezifikation exportieren</translation>
    </message>
    <message>
        <source>What is finished is kept, and can be continued.</source>
        <translation>Was fertig ist, bleibt und lässt sich fortsetzen.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Save %1 before it is closed?</source>
        <translation>%1 vor dem Schließen speichern?</translation>
    </message>
    <message>
        <source>Otherwise the changes since it was saved last are lost.</source>
        <translation>Sonst gehen die Änderungen seit dem letzten Speichern verloren.</translation>
    </message>
    <message>
        <source>Otherwise its settings and results are lost.</source>
        <translation>Sonst gehen Einstellungen und Ergebnisse verloren.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard what was recovered of %1?</source>
        <translation>Das Wiederhergestellte von %1 verwerfen?</translation>
    </message>
    <message>
        <source>The file stays as it was saved last.</source>
        <translation>Die Datei bleibt, wie sie zuletzt gespeichert wurde.</translation>
    </message>
    <message>
        <source>Its settings and results are lost then.</source>
        <translation>Einstellungen und Ergebnisse gehen dann verloren.</translation>
    </message>
    <message>
        <source>discarding of what was recovered</source>
        <translation>Verwerfen des Wiederhergestellten</translation>
    </message>
    <message>
        <source>%1 is open in another window: close that one first, or choose another name</source>
        <translation>%1 ist in einem anderen Fenster offen: Schließen Sie erst jenes, oder wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>The specification is in %1</source>
        <translation>Die Spezifikation steht in %1</translation>
    </message>
    <message>
        <source>Save as...</source>
        <translation>Speichern unter …</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::MatrixPanel</name>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>Die Tabelle ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Which of the steps that were looked at is shown</source>
        <translation>Welcher der betrachteten Schritte gezeigt wird</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>CSV speichern …</translation>
    </message>
    <message>
        <source>step %1, epoch %2</source>
        <translation>Schritt %1, Epoche %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) looked at</source>
        <translation>
            <numerusform>%Ln Schritt betrachtet</numerusform>
            <numerusform>%Ln Schritte betrachtet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundoff::ui::MatrixView</name>
    <message>
        <source>Formats by layer and role</source>
        <translation>Formate je Schicht und Rolle</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Nach unten ausfüllen</translation>
    </message>
    <message>
        <source>Copy the topmost selected cell to the cells below it</source>
        <translation>Die oberste gewählte Zelle in die Zellen darunter kopieren</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Take the cells back to what all layers have</source>
        <translation>Die Zellen auf das zurücksetzen, was alle Schichten haben</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the cells as text</source>
        <translation>Die Zellen als Text kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste cells from text</source>
        <translation>Zellen aus Text einfügen</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::NumberLinePanel</name>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>log₂ of the magnitude</source>
        <translation>log₂ des Betrags</translation>
    </message>
    <message>
        <source>Show more of the line (wheel, −)</source>
        <translation>Mehr vom Zahlenstrahl zeigen (Mausrad, −)</translation>
    </message>
    <message>
        <source>Show less of the line, larger (wheel, +)</source>
        <translation>Weniger vom Zahlenstrahl zeigen, größer (Mausrad, +)</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>Show the number between its neighbours in the coarser format (N)</source>
        <translation>Die Zahl zwischen ihren Nachbarn im gröberen Format zeigen (N)</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>Ganzer Bereich</translation>
    </message>
    <message>
        <source>Show all values of both formats (W)</source>
        <translation>Alle Werte beider Formate zeigen (W)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Show what was shown first (Home, double click)</source>
        <translation>Zeigen, was zuerst zu sehen war (Pos1, Doppelklick)</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Put the number line on the clipboard as a picture; the menu of each picture copies its data too</source>
        <translation>Den Zahlenstrahl als Bild in die Zwischenablage legen; das Menü jedes Bilds kopiert auch dessen Daten</translation>
    </message>
    <message>
        <source>Save picture...</source>
        <translation>Speichern ...</translation>
    </message>
    <message>
        <source>Save the number line for print, as SVG, PNG or PDF, or its values as CSV</source>
        <translation>Den Zahlenstrahl für den Druck speichern, als SVG, PNG oder PDF, oder seine Werte als CSV</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::NumberLineView</name>
    <message>
        <source>Number line</source>
        <translation>Zahlenstrahl</translation>
    </message>
    <message>
        <source>Nearest to %1</source>
        <translation>Am nächsten an %1</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::NumericsModel</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Nothing was seen of it</source>
        <translation>Davon war nichts zu sehen</translation>
    </message>
    <message>
        <source>%1 has no tensor of this role: %2</source>
        <translation>%1 hat keinen Tensor dieser Rolle: %2</translation>
    </message>
    <message>
        <source>various</source>
        <translation>gemischt</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::NumericsPage</name>
    <message>
        <source>%1 (training)</source>
        <translation>%1 (trainiert)</translation>
    </message>
    <message>
        <source>%1 (diverged)</source>
        <translation>%1 (divergiert)</translation>
    </message>
    <message>
        <source>%1 (failed)</source>
        <translation>%1 (gescheitert)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Which run is looked into: those of the experiment that have begun</source>
        <translation>In welchen Lauf gesehen wird: die begonnenen des Experiments</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Kenngröße</translation>
    </message>
    <message>
        <source>What is shown of each layer and role</source>
        <translation>Was von jeder Schicht und Rolle gezeigt wird</translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Kenngröße</translation>
    </message>
    <message>
        <source>Nothing is rounded in this run: its formats are what the processor computes in. Choose a narrower precision to see what that loses.</source>
        <translation>In diesem Lauf wird nichts gerundet: Seine Formate sind die, in denen der Prozessor rechnet. Wählen Sie eine geringere Präzision, um zu sehen, was dabei verloren geht.</translation>
    </message>
    <message>
        <source>Nothing has run yet.

Press Run (%1): while the networks learn, this page shows what rounding does inside them,
layer by layer, and afterwards why one that broke did so.</source>
        <translation>Noch ist nichts gelaufen.

Drücken Sie Starten (%1): Während die Netze lernen, zeigt diese Seite, was das Runden in ihnen bewirkt,
Schicht für Schicht, und danach, warum eines zerbrach.</translation>
    </message>
    <message>
        <source>Nobody looks inside this run.

Give “%1” under Training a value such as 50 and run it again:
after every so many steps it is then counted what rounding does in every layer.</source>
        <translation>In diesen Lauf sieht niemand hinein.

Geben Sie „%1“ unter Training einen Wert wie 50, und starten Sie ihn neu:
Nach jeweils so vielen Schritten wird dann gezählt, was das Runden in jeder Schicht bewirkt.</translation>
    </message>
    <message>
        <source>The run ended before anyone looked inside it.

A smaller “%1” under Training looks earlier: 1 looks at every step.</source>
        <translation>Der Lauf war zu Ende, bevor jemand hineinsah.

Ein kleinerer Wert von „%1“ unter Training sieht früher hinein: 1 bei jedem Schritt.</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for the first look inside: every %Ln step(s) of the training there is one.</source>
        <translation>
            <numerusform>Warten auf den ersten Blick hinein: Bei jedem Schritt des Trainings gibt es einen.</numerusform>
            <numerusform>Warten auf den ersten Blick hinein: Alle %Ln Schritte des Trainings gibt es einen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>The table was written to %1.</source>
        <translation>Die Tabelle wurde nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::OverTimePanel</name>
    <message>
        <source>A line each layer</source>
        <translation>Eine Linie je Schicht</translation>
    </message>
    <message>
        <source>A line each role</source>
        <translation>Eine Linie je Rolle</translation>
    </message>
    <message>
        <source>%1 by step</source>
        <translation>%1 je Schritt</translation>
    </message>
    <message>
        <source>%1 by step, %2</source>
        <translation>%1 je Schritt, %2</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::OwnPolicies</name>
    <message>
        <source>this is no JSON object</source>
        <translation>das ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>%1 has to be %2</source>
        <translation>%1 muss %2 sein</translation>
    </message>
    <message>
        <source>there is no folder to keep policies in</source>
        <translation>es gibt keinen Ordner, um Regeln aufzubewahren</translation>
    </message>
    <message>
        <source>there is no policy called %1</source>
        <translation>es gibt keine Regel namens %1</translation>
    </message>
    <message>
        <source>another policy is called %1 already</source>
        <translation>eine andere Regel heißt schon %1</translation>
    </message>
    <message>
        <source>%1 cannot be removed: check whether it may be written to</source>
        <translation>%1 lässt sich nicht löschen: Prüfen Sie, ob dort geschrieben werden darf</translation>
    </message>
    <message>
        <source>another file has a policy called %1 too</source>
        <translation>eine andere Datei hat auch eine Regel namens %1</translation>
    </message>
    <message>
        <source>a name is missing</source>
        <translation>ein Name fehlt</translation>
    </message>
    <message>
        <source>a name has at most %1 letters</source>
        <translation>ein Name hat höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>a name begins with a letter or digit, and has letters, digits, spaces and _ + - ( ) only</source>
        <translation>ein Name beginnt mit einem Buchstaben oder einer Ziffer und hat nur Buchstaben, Ziffern, Leerzeichen und _ + - ( )</translation>
    </message>
    <message>
        <source>%1 means something already: choose another name</source>
        <translation>%1 bedeutet schon etwas: Wählen Sie einen anderen Namen</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::PlotView</name>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The picture&apos;s data are on the clipboard as a table.</source>
        <translation>Die Daten des Bilds sind als Tabelle in der Zwischenablage.</translation>
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
        <source>Save picture...</source>
        <translation>Bild speichern ...</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::PolicyChooser</name>
    <message>
        <source>&amp;Save as...</source>
        <translation>&amp;Speichern unter ...</translation>
    </message>
    <message>
        <source>Keep this policy under a name</source>
        <translation>Diese Regel unter einem Namen aufbewahren</translation>
    </message>
    <message>
        <source>Re&amp;name...</source>
        <translation>&amp;Umbenennen ...</translation>
    </message>
    <message>
        <source>Give this policy another name</source>
        <translation>Dieser Regel einen anderen Namen geben</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Forget the name of this policy. Experiments that use it keep it.</source>
        <translation>Den Namen dieser Regel vergessen. Experimente, die sie verwenden, behalten sie.</translation>
    </message>
    <message>
        <source>Policy to start from</source>
        <translation>Regel, von der ausgegangen wird</translation>
    </message>
    <message>
        <source>Start from a policy that there is</source>
        <translation>Von einer vorhandenen Regel ausgehen</translation>
    </message>
    <message>
        <source>custom policy</source>
        <translation>eigene Regel</translation>
    </message>
    <message>
        <source>S&amp;tart from</source>
        <translation>Ausgehen &amp;von</translation>
    </message>
    <message>
        <source>Save policy</source>
        <translation>Regel speichern</translation>
    </message>
    <message>
        <source>Rename policy</source>
        <translation>Regel umbenennen</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
    <message>
        <source>One of your own</source>
        <translation>Eine eigene</translation>
    </message>
    <message>
        <source>Name of the policy</source>
        <translation>Name der Regel</translation>
    </message>
    <message>
        <source>There is a policy called %1. Put this one in its place?</source>
        <translation>Es gibt schon eine Regel namens %1. Durch diese ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::PolicyEditor</name>
    <message>
        <source>Precision by layer and role</source>
        <translation>Präzision je Schicht und Rolle</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>This network has no %1, but the policy has formats for it.</source>
        <translation>Dieses Netz hat kein %1, aber die Regel hat Formate dafür.</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::PolicyFields</name>
    <message>
        <source>Rounding of the policy</source>
        <translation>Rundung der Regel</translation>
    </message>
    <message>
        <source>Overflow of the policy</source>
        <translation>Überlauf der Regel</translation>
    </message>
    <message>
        <source>Subnormals</source>
        <translation>Subnormale</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Arithmetik</translation>
    </message>
    <message>
        <source>How a value between two neighbours of its format is brought to one of them</source>
        <translation>Wie ein Wert zwischen zwei Nachbarn seines Formats auf einen von ihnen kommt</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>What becomes of values beyond the largest finite one. Automatic: infinity, where the format has it, else NaN, else the largest value</source>
        <translation>Was aus Werten jenseits des größten endlichen wird. Automatisch: Unendlich, wo das Format es hat, sonst NaN, sonst der größte Wert</translation>
    </message>
    <message>
        <source>Whether results below the smallest normal value are kept or become zero</source>
        <translation>Ob Ergebnisse unter dem kleinsten normalen Wert bleiben oder null werden</translation>
    </message>
    <message>
        <source>fused</source>
        <translation>zusammengefasst</translation>
    </message>
    <message>
        <source>stepwise</source>
        <translation>schrittweise</translation>
    </message>
    <message>
        <source>Whether an element-wise step is rounded once, when it is stored, or after every elementary operation and every constant</source>
        <translation>Ob ein elementweiser Schritt einmal gerundet wird, wenn er gespeichert wird, oder nach jeder elementaren Operation und jeder Konstanten</translation>
    </message>
    <message>
        <source>&amp;Rounding</source>
        <translation>&amp;Rundung</translation>
    </message>
    <message>
        <source>&amp;Overflow</source>
        <translation>Ü&amp;berlauf</translation>
    </message>
    <message>
        <source>Su&amp;bnormals</source>
        <translation>Sub&amp;normale</translation>
    </message>
    <message>
        <source>&amp;Arithmetic</source>
        <translation>&amp;Arithmetik</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::PolicyModel</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>This network has no such layer</source>
        <translation>Dieses Netz hat keine solche Schicht</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>As all layers have it. Type a format to give this layer one of its own.</source>
        <translation>Wie bei allen Schichten. Geben Sie ein Format ein, um dieser Schicht ein eigenes zu geben.</translation>
    </message>
    <message>
        <source>a layer cannot do without the master weights that all layers have: leave it empty</source>
        <translation>eine Schicht kann nicht auf die Master-Gewichte verzichten, die alle Schichten haben: Lassen Sie das Feld leer</translation>
    </message>
    <message>
        <source>a layer cannot do without the accumulator that all layers have: leave it empty, or choose FP32</source>
        <translation>eine Schicht kann nicht auf den Akkumulator verzichten, den alle Schichten haben: Lassen Sie das Feld leer, oder wählen Sie FP32</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::PrecisionRow</name>
    <message>
        <source>Double-click to edit</source>
        <translation>Doppelklick zum Bearbeiten</translation>
    </message>
    <message>
        <source>Add a precision</source>
        <translation>Präzision dazu</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>Bearbeiten ...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Formats by layer and role, rounding, overflow and accumulators of the current precision</source>
        <translation>Formate je Schicht und Rolle, Rundung, Überlauf und Akkumulatoren der aktuellen Präzision</translation>
    </message>
    <message>
        <source>Remove what the precisions say of layers that the network has not</source>
        <translation>Entfernen, was die Präzisionen über Schichten sagen, die das Netz nicht hat</translation>
    </message>
    <message>
        <source>At least one precision is needed</source>
        <translation>Mindestens eine Präzision ist nötig</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>policy, what it means</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 has formats for %2, but the network has layers 1 to %3 only</source>
        <translation>%1 hat Formate für %2, aber das Netz hat nur die Schichten 1 bis %3</translation>
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
    <name>roundoff::ui::RecentList</name>
    <message>
        <source>Recent experiments</source>
        <translation>Zuletzt geöffnete Experimente</translation>
    </message>
</context>
<context>
    <name>roundoff::ui::RecentRow</name>
    <message>
        <source>today, %1</source>
        <translation>heute, %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
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
    <name>roundoff::ui::RoundingChoice</name>
    <message>
        <source>&amp;Rounding</source>
        <translation>&amp;Rundung</translation>
    </message>
    <message>
        <source>How a value between two neighbours of the format is brought to one of them</source>
        <translation>Wie ein Wert zwischen zwei Nachbarn des Formats auf einen von ihnen kommt</translation>
    </message>
    <message>
        <source>O&amp;verflow</source>
        <translation>Über&amp;lauf</translation>
    </message>
    <message>
        <source>What becomes of values beyond the largest one. As a default, infinity if the format has one, else NaN if it has one, else the largest value</source>
        <translation>Was aus Werten jenseits des größten wird. Als Vorgabe Unendlich, wenn das Format es hat, sonst NaN, wenn es das hat, sonst der größte Wert</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Sub&amp;normals</source>
        <translation>Sub&amp;normale</translation>
    </message>
    <message>
        <source>Whether values below the smallest normal one are kept or become zero. Blocks keep them</source>
        <translation>Ob Werte unter dem kleinsten normalen bleiben oder null werden. Blöcke behalten sie</translation>
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
    <message numerus="yes">
        <source>Done: %n run(s)</source>
        <translation>
            <numerusform>Fertig: %n Lauf</numerusform>
            <numerusform>Fertig: %n Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %1 of %n run(s) in %2, the others before</source>
        <translation>
            <numerusform>Fertig: %1 von %n Lauf in %2, die anderen vorher</numerusform>
            <numerusform>Fertig: %1 von %n Läufen in %2, die anderen vorher</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading results</source>
        <translation>Ergebnisse werden gelesen</translation>
    </message>
    <message>
        <source>Reading results: %1 of %2</source>
        <translation>Ergebnisse werden gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>Not all results could be read</source>
        <translation>Nicht alle Ergebnisse ließen sich lesen</translation>
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
    <name>roundoff::ui::SharedValuesModel</name>
    <message>
        <source>The numbers that share the scale</source>
        <translation>Die Zahlen, die die Skala teilen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>The bits that are stored for it</source>
        <translation>Die Bits, die dafür gespeichert werden</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>What the code says without the scale; of integers, the code</source>
        <translation>Was der Code ohne die Skala bedeutet; bei Ganzzahlen der Code selbst</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>The element, less the zero point if there is one, times the scale</source>
        <translation>Das Element, gegebenenfalls minus Nullpunkt, mal die Skala</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>What is stored, less the number</source>
        <translation>Das Gespeicherte minus die Zahl</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
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
    <message numerus="yes">
        <source>There are no trained weights: of %n run(s), none was trained to its end.</source>
        <translation>
            <numerusform>Es gibt keine trainierten Gewichte: Der eine Lauf kam nicht an sein Ende.</numerusform>
            <numerusform>Es gibt keine trainierten Gewichte: Von %n Läufen kam keiner an sein Ende.</numerusform>
        </translation>
    </message>
    <message>
        <source>How they ended: %1.</source>
        <translation>Wie sie endeten: %1.</translation>
    </message>
    <message>
        <source>The page Numerics shows what goes wrong in a network that diverges.</source>
        <translation>Die Seite „Numerik“ zeigt, was in einem Netz schiefgeht, das divergiert.</translation>
    </message>
    <message>
        <source>The weights cannot be read: %1</source>
        <translation>Die Gewichte lassen sich nicht lesen: %1</translation>
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
<context>
    <name>roundoff::ui::WhyCard</name>
    <message>
        <source>What to try: %1</source>
        <translation>Was hilft: %1</translation>
    </message>
    <message>
        <source>The run is training: what is seen so far stands below.</source>
        <translation>Der Lauf trainiert noch: Was bisher zu sehen ist, steht unten.</translation>
    </message>
    <message>
        <source>Diverged: why, and what to try</source>
        <translation>Divergiert: warum, und was hilft</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Worth knowing: what rounding did to this run, and what to try</source>
        <translation>Wissenswert: was das Runden in diesem Lauf bewirkt hat, und was hilft</translation>
    </message>
    <message>
        <source>No lasting trouble was seen</source>
        <translation>Es war keine bleibende Störung zu sehen</translation>
    </message>
    <message>
        <source>Nobody looked inside this run, so nothing can be said of it.</source>
        <translation>In diesen Lauf sah niemand hinein; daher lässt sich nichts über ihn sagen.</translation>
    </message>
    <message>
        <source>Nothing to complain about: no role lost so much that it would matter.</source>
        <translation>Nichts zu beanstanden: Keine Rolle hat so viel verloren, dass es ins Gewicht fiele.</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer Befund</numerusform>
            <numerusform>%n weitere Befunde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundoff::ui::Workspace</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>%1 was open last time and is not there any more</source>
        <translation>%1 war zuletzt offen und ist nicht mehr da</translation>
    </message>
    <message>
        <source>%1 It was put aside as %2.</source>
        <translation>%1 Es wurde als %2 beiseitegelegt.</translation>
    </message>
    <message>
        <source>The settings cannot be written to %1: what you choose is forgotten at the end.</source>
        <translation>Die Einstellungen lassen sich nicht nach %1 schreiben: Was Sie wählen, ist am Ende vergessen.</translation>
    </message>
</context>
</TS>
