<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Field</name>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Which images are learned.</source>
        <translation>Welche Bilder gelernt werden.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Another folder with files of the same names. Empty for the ones that come with Roundoff.</source>
        <translation>Ein anderer Ordner mit Dateien gleichen Namens. Leer für die mitgelieferten.</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>Trainingsbilder</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Train on only the first so many images. Empty for all of them.</source>
        <translation>Nur auf den ersten so vielen Bildern trainieren. Leer für alle.</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>Normierung</translation>
    </message>
    <message>
        <source>standard: (x / 255 - mean) / deviation of the data set. unit: x / 255.</source>
        <translation>Standard: (x / 255 - Mittel) / Abweichung des Datensatzes. Einheit: x / 255.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>mlp: fully connected layers.</source>
        <translation>MLP: voll verbundene Schichten.</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>Verborgene Schichten</translation>
    </message>
    <message>
        <source>neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>Widths of the hidden layers from the input on, such as 128, 64. Empty for none.</source>
        <translation>Breiten der verborgenen Schichten vom Eingang an, etwa 128, 64. Leer für keine.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>The non-linearity between the layers.</source>
        <translation>Die Nichtlinearität zwischen den Schichten.</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>sgd: stochastic gradient descent with momentum. adam, adamw: adaptive steps.</source>
        <translation>SGD: stochastischer Gradientenabstieg mit Impuls. Adam, AdamW: angepasste Schritte.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>How far one step goes along the gradient. Adam likes 0.001.</source>
        <translation>Wie weit ein Schritt dem Gradienten folgt. Adam mag 0.001.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Impuls</translation>
    </message>
    <message>
        <source>How much of the last step&#x27;s velocity the next one keeps.</source>
        <translation>Wie viel vom Schwung des letzten Schritts der nächste behält.</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>Beta 1</translation>
    </message>
    <message>
        <source>Decay of Adam&#x27;s mean of the gradients.</source>
        <translation>Abklingen von Adams Mittel der Gradienten.</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>Decay of Adam&#x27;s mean of the squared gradients.</source>
        <translation>Abklingen von Adams Mittel der quadrierten Gradienten.</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Keeps Adam from dividing by zero. In FP16, stepwise, anything below 6e-8 is zero.</source>
        <translation>Bewahrt Adam vor der Teilung durch null. In FP16, schrittweise gerechnet, ist alles unter 6e-8 null.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>Pulls the weights toward zero: as an L2 term, or decoupled for adamw.</source>
        <translation>Zieht die Gewichte zur Null: als L2-Term, oder entkoppelt bei AdamW.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>How many times all training images are seen.</source>
        <translation>Wie oft alle Trainingsbilder gesehen werden.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Images in one step. The last batch of an epoch may be smaller.</source>
        <translation>Bilder in einem Schritt. Der letzte Batch einer Epoche kann kleiner sein.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Decides the initial weights, the order of the images and the folds.</source>
        <translation>Bestimmt die Anfangsgewichte, die Reihenfolge der Bilder und die Folds.</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>Mischen</translation>
    </message>
    <message>
        <source>A new order of the images in every epoch; otherwise the order of the file.</source>
        <translation>In jeder Epoche eine neue Reihenfolge der Bilder; sonst die der Datei.</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>Anfangsgewichte</translation>
    </message>
    <message>
        <source>A safetensors file to start from. Empty for a random start.</source>
        <translation>Eine safetensors-Datei als Anfang. Leer für einen zufälligen.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>What training makes small.</source>
        <translation>Was das Training klein macht.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>The number format of each tensor in training: one name for all of them, or a format for each role.</source>
        <translation>Das Zahlenformat jedes Tensors im Training: ein Name für alle, oder ein Format für jede Rolle.</translation>
    </message>
    <message>
        <source>Loss scaling</source>
        <translation>Verlustskalierung</translation>
    </message>
    <message>
        <source>Multiplies the loss so that small gradients do not underflow. Mixed-precision policies (AMP-*) bring dynamic scaling unless something is chosen here.</source>
        <translation>Vervielfacht den Verlust, damit kleine Gradienten nicht zu null werden. Gemischte Präzisionen (AMP-*) bringen dynamische Skalierung mit, wenn hier nichts gewählt ist.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>The static scale, or the initial one of dynamic scaling.</source>
        <translation>Die statische Skala, oder die anfängliche der dynamischen.</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Gradienten begrenzen</translation>
    </message>
    <message>
        <source>norm: scales all gradients so that their common norm stays below the threshold. value: limits each element.</source>
        <translation>Norm: skaliert alle Gradienten so, dass ihre gemeinsame Norm unter der Schwelle bleibt. Wert: begrenzt jedes Element.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>The largest norm, or the largest magnitude of an element.</source>
        <translation>Die größte Norm, oder der größte Betrag eines Elements.</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Einsätze</translation>
    </message>
    <message>
        <source>What the trained weights are rounded to, without training again; the test accuracy of each is measured.</source>
        <translation>Worauf die trainierten Gewichte gerundet werden, ohne neu zu trainieren; die Testgenauigkeit jedes Einsatzes wird gemessen.</translation>
    </message>
    <message>
        <source>Keep weights every</source>
        <translation>Gewichte aufheben alle</translation>
    </message>
    <message>
        <source>So often the experiment file keeps the weights of an epoch besides the last one&apos;s. 0 for never.</source>
        <translation>So oft hebt die Experimentdatei die Gewichte einer Epoche auf, außer denen der letzten. 0 für nie.</translation>
    </message>
    <message>
        <source>Look inside every</source>
        <translation>Hineinsehen alle</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>So often it is counted what rounding does in every layer, for the Numerics page. 0 for never.</source>
        <translation>So oft wird für die Seite Numerik gezählt, was das Runden in jeder Schicht bewirkt. 0 für nie.</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Accuracy and time at three bit widths</source>
        <translation>Genauigkeit und Zeit bei drei Bitbreiten</translation>
    </message>
    <message>
        <source>Does a network that is trained wholly in FP16 or FP32 lose accuracy against FP64, and is it faster?</source>
        <translation>Verliert ein Netz, das ganz in FP16 oder FP32 trainiert wird, Genauigkeit gegenüber FP64, und ist es schneller?</translation>
    </message>
    <message>
        <source>The paper's text names neither the widths of the hidden layers nor the optimiser: 128 and 64 units are used, and SGD at 0.01 with momentum 0.9, which come near the 97 % that the text gives for its clipping experiments.</source>
        <translation>Der Text des Artikels nennt weder die Breiten der verborgenen Schichten noch den Optimierer: Verwendet werden 128 und 64 Neuronen und SGD mit 0,01 und Impuls 0,9, die nahe an die 97 % kommen, die der Text für seine Experimente mit Begrenzung angibt.</translation>
    </message>
    <message>
        <source>It gives no number of epochs: five are used, in batches of 64.</source>
        <translation>Er nennt keine Zahl der Epochen: Verwendet werden fünf, mit Batches von 64 Bildern.</translation>
    </message>
    <message>
        <source>Of each of the five folds the accuracy on the 10,000 test images is compared; that on the held-out fold is in the tables.</source>
        <translation>Verglichen wird für jeden der fünf Folds die Genauigkeit auf den 10.000 Testbildern; die auf dem zurückgehaltenen Fold steht in den Tabellen.</translation>
    </message>
    <message>
        <source>Taken to mean: less than 0.25 percentage points</source>
        <translation>Verstanden als: weniger als 0,25 Prozentpunkte</translation>
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
        <source>Weights rounded to decimals</source>
        <translation>Auf Dezimalen gerundete Gewichte</translation>
    </message>
    <message>
        <source>How many decimals of the trained weights does the network need, and how few bits is that?</source>
        <translation>Wie viele Dezimalen der trainierten Gewichte braucht das Netz, und wie wenige Bits sind das?</translation>
    </message>
    <message>
        <source>The paper's 88 % is what a 784-512-512-10 network reaches after two epochs of plain SGD at 0.01 on inputs of x / 255; three seeds give the uncertainty.</source>
        <translation>Die 88 % des Artikels erreicht ein Netz 784-512-512-10 nach zwei Epochen SGD ohne Impuls mit 0,01 auf Eingaben x / 255; drei Seeds ergeben die Unsicherheit.</translation>
    </message>
    <message>
        <source>Its 'maximum of 19 different weights' at one decimal is what truncation leaves between -1 and 1; rounding to nearest would leave 21. Both roundings are shown.</source>
        <translation>Seine „höchstens 19 verschiedenen Gewichte“ bei einer Dezimale sind, was Abschneiden zwischen -1 und 1 übrig lässt; Runden zum Nächsten ließe 21. Beide Rundungen werden gezeigt.</translation>
    </message>
    <message>
        <source>Biases are rounded like weights; inputs and activations keep full precision, as in the paper.</source>
        <translation>Bias-Werte werden wie Gewichte gerundet; Eingaben und Aktivierungen behalten die volle Präzision, wie im Artikel.</translation>
    </message>
    <message>
        <source>Taken to mean: rounding errors have less than a tenth of the power of the weights</source>
        <translation>Verstanden als: Die Rundungsfehler haben weniger als ein Zehntel der Leistung der Gewichte</translation>
    </message>
    <message>
        <source>19 different weights</source>
        <translation>19 verschiedene Gewichte</translation>
    </message>
    <message>
        <source>10% accuracy, truncated</source>
        <translation>10 % Genauigkeit, abgeschnitten</translation>
    </message>
    <message>
        <source>10% accuracy, rounded to nearest</source>
        <translation>10 % Genauigkeit, zum Nächsten gerundet</translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation>Abgeschnitten</translation>
    </message>
    <message>
        <source>70 % with two decimals, truncated</source>
        <translation>70 % mit zwei Dezimalen, abgeschnitten</translation>
    </message>
    <message>
        <source>70 % with two decimals, rounded to nearest</source>
        <translation>70 % mit zwei Dezimalen, zum Nächsten gerundet</translation>
    </message>
    <message>
        <source>88 % in full precision, within two percentage points</source>
        <translation>88 % in voller Präzision, auf zwei Prozentpunkte</translation>
    </message>
    <message>
        <source>Trained in FP64, used in fewer bits</source>
        <translation>In FP64 trainiert, mit weniger Bits benutzt</translation>
    </message>
    <message>
        <source>How few bits do the weights and activations of a network need that was trained in FP64?</source>
        <translation>Wie wenige Bits brauchen die Gewichte und Aktivierungen eines Netzes, das in FP64 trainiert wurde?</translation>
    </message>
    <message>
        <source>The network and its training are those of the bit-width experiment.</source>
        <translation>Netz und Training sind die des Experiments zur Bitbreite.</translation>
    </message>
    <message>
        <source>The paper does not say whether the activations were rounded too: both are shown.</source>
        <translation>Der Artikel sagt nicht, ob auch die Aktivierungen gerundet wurden: Beides wird gezeigt.</translation>
    </message>
    <message>
        <source>The paper's narrowest format is FP16; BF16 and formats of 8, 6 and 4 bits are added, to show where it ends.</source>
        <translation>Das schmalste Format des Artikels ist FP16; BF16 und Formate mit 8, 6 und 4 Bits kommen hinzu, um zu zeigen, wo es endet.</translation>
    </message>
    <message>
        <source>Mixed precision and clipping by norm</source>
        <translation>Gemischte Präzision und Begrenzung der Norm</translation>
    </message>
    <message>
        <source>What does a bound on the gradient's norm cost or gain, in FP32 and in automatic mixed precision?</source>
        <translation>Was kostet oder bringt eine Schranke für die Norm des Gradienten, in FP32 und in automatisch gemischter Präzision?</translation>
    </message>
    <message>
        <source>The paper names no thresholds in its text: 0.1, 0.5, 1, 2 and 5 are used, and none for comparison.</source>
        <translation>Der Artikel nennt im Text keine Schwellen: Verwendet werden 0,1; 0,5; 1; 2 und 5, und zum Vergleich keine.</translation>
    </message>
    <message>
        <source>Three epochs with the network and the optimiser of the bit-width experiment come closest to the accuracies in the paper's text.</source>
        <translation>Drei Epochen mit Netz und Optimierer des Experiments zur Bitbreite kommen den Genauigkeiten im Text des Artikels am nächsten.</translation>
    </message>
    <message>
        <source>Its FP16 is automatic mixed precision: FP16 activations and gradients, FP32 master weights, dynamic loss scaling.</source>
        <translation>Sein FP16 ist automatisch gemischte Präzision: Aktivierungen und Gradienten in FP16, Master-Gewichte in FP32, dynamische Verlustskalierung.</translation>
    </message>
    <message>
        <source>The norm is that of all gradients together, taken after the loss scale is divided out.</source>
        <translation>Die Norm ist die aller Gradienten zusammen, nachdem die Verlustskala herausgeteilt ist.</translation>
    </message>
    <message>
        <source>With each norm against no clipping</source>
        <translation>Mit jeder Norm gegen keine Begrenzung</translation>
    </message>
    <message>
        <source>Mixed precision and clipping by value</source>
        <translation>Gemischte Präzision und Begrenzung der Werte</translation>
    </message>
    <message>
        <source>What does a bound on each element of the gradient cost or gain, in FP32 and in automatic mixed precision?</source>
        <translation>Was kostet oder bringt eine Schranke für jedes Element des Gradienten, in FP32 und in automatisch gemischter Präzision?</translation>
    </message>
    <message>
        <source>Of the clipping values the paper's text names 0.01 and 0.5 only: 0.01, 0.05, 0.1, 0.5 and 1 are used.</source>
        <translation>Von den Schranken nennt der Text des Artikels nur 0,01 und 0,5: Verwendet werden 0,01; 0,05; 0,1; 0,5 und 1.</translation>
    </message>
    <message>
        <source>Three epochs with the network and the optimiser of the bit-width experiment come closest to the paper's highest accuracy, 97.07 %.</source>
        <translation>Drei Epochen mit Netz und Optimierer des Experiments zur Bitbreite kommen der höchsten Genauigkeit des Artikels, 97,07 %, am nächsten.</translation>
    </message>
    <message>
        <source>Where the peak is</source>
        <translation>Wo das Maximum liegt</translation>
    </message>
    <message>
        <source>Where the lowest is</source>
        <translation>Wo das Minimum liegt</translation>
    </message>
    <message>
        <source>Its level, within half a percentage point</source>
        <translation>Die Höhe, auf einen halben Prozentpunkt</translation>
    </message>
    <message>
        <source>Stable across clip values</source>
        <translation>Stabil über die Schranken</translation>
    </message>
    <message>
        <source>Training time at 1 against 0.01</source>
        <translation>Trainingszeit bei 1 gegen 0,01</translation>
    </message>
    <message>
        <source>Eight bits and fewer, seen from inside</source>
        <translation>Acht Bits und weniger, von innen gesehen</translation>
    </message>
    <message>
        <source>Where does training break when weights, gradients or sums have only eight bits, and what keeps it whole? The Numerics page shows it.</source>
        <translation>Wo zerbricht das Training, wenn Gewichte, Gradienten oder Summen nur acht Bits haben, und was hält es zusammen? Die Seite Numerik zeigt es.</translation>
    </message>
    <message>
        <source>FP8-E4M3 in every role loses small gradients and small steps: rounding the stored weights stochastically, FP32 master weights with loss scaling (AMP-FP8) and shared scales (MXFP8, INT8) are three ways out.</source>
        <translation>FP8-E4M3 in jeder Rolle verliert kleine Gradienten und kleine Schritte: Die gespeicherten Gewichte stochastisch zu runden, Master-Gewichte in FP32 mit Verlustskalierung (AMP-FP8) und gemeinsame Skalen (MXFP8, INT8) sind drei Auswege.</translation>
    </message>
    <message>
        <source>The narrow accumulators store FP32: only the sums are narrow, in one chain or in chunks of 16.</source>
        <translation>Bei den schmalen Akkumulatoren ist alles in FP32 gespeichert: Nur die Summen sind schmal, in einer Kette oder in Abschnitten von 16.</translation>
    </message>
</context>
<context>
    <name>Claim</name>
    <message>
        <source>No run that this needs has finished.</source>
        <translation>Kein Lauf, der dafür nötig ist, ist fertig.</translation>
    </message>
    <message>
        <source>%1: %2 in a single run, whose uncertainty is not known.</source>
        <translation>%1: %2 in einem einzigen Lauf, dessen Unsicherheit nicht bekannt ist.</translation>
    </message>
    <message>
        <source>%1 against %2: %3 percentage points (95 % interval %4 to %5), %6 for equivalence.</source>
        <translation>%1 gegen %2: %3 Prozentpunkte (95-%-Intervall %4 bis %5), %6 für Gleichwertigkeit.</translation>
    </message>
    <message>
        <source>%1 against %2: %3 (95 % interval %4 to %5), %6 for equivalence.</source>
        <translation>%1 gegen %2: %3 (95-%-Intervall %4 bis %5), %6 für Gleichwertigkeit.</translation>
    </message>
    <message>
        <source>%1 takes %2 times as long as %3 (95 % interval %4 to %5).</source>
        <translation>%1 braucht %2-mal so lange wie %3 (95-%-Intervall %4 bis %5).</translation>
    </message>
    <message>
        <source>The times of %1 and %2 cannot be compared: an emulated time says nothing about the format.</source>
        <translation>Die Zeiten von %1 und %2 sind nicht vergleichbar: Eine emulierte Zeit sagt nichts über das Format.</translation>
    </message>
    <message>
        <source>The highest mean is that of %1 (%2); %3 has %4.</source>
        <translation>Den höchsten Mittelwert hat %1 (%2); %3 hat %4.</translation>
    </message>
    <message>
        <source>The highest mean is that of %1 (%2).</source>
        <translation>Den höchsten Mittelwert hat %1 (%2).</translation>
    </message>
    <message>
        <source>The lowest mean is that of %1 (%2).</source>
        <translation>Den niedrigsten Mittelwert hat %1 (%2).</translation>
    </message>
    <message>
        <source>The lowest mean is that of %1 (%2); %3 has %4.</source>
        <translation>Den niedrigsten Mittelwert hat %1 (%2); %3 hat %4.</translation>
    </message>
    <message>
        <source>%1 differs least clearly from %2: %3.</source>
        <translation>%1 unterscheidet sich am wenigsten deutlich von %2: %3.</translation>
    </message>
    <message>
        <source>%1 is beyond %2: %3, significant among %4 comparisons.</source>
        <translation>%1 liegt jenseits von %2: %3, signifikant bei %4 Vergleichen.</translation>
    </message>
    <message>
        <source>The largest change of a single run is %1 percentage points, with %2.</source>
        <translation>Die größte Änderung eines einzelnen Laufs beträgt %1 Prozentpunkte, mit %2.</translation>
    </message>
    <message>
        <source>%1: %2 on average of %3 runs (95 % interval %4 to %5).</source>
        <translation>%1: %2 im Mittel von %3 Läufen (95-%-Intervall %4 bis %5).</translation>
    </message>
    <message>
        <source>%1: %2 to %3 in %4 runs.</source>
        <translation>%1: %2 bis %3 in %4 Läufen.</translation>
    </message>
    <message>
        <source>%1: %2 in each of %3 runs.</source>
        <translation>%1: %2 in jedem von %3 Läufen.</translation>
    </message>
    <message>
        <source>%1: only %2 of %3 runs are done.</source>
        <translation>%1: Erst %2 von %3 Läufen sind fertig.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 runs diverged.</source>
        <translation>%1: %2 von %3 Läufen sind divergiert.</translation>
    </message>
    <message>
        <source>%1 against %2: %3 percentage points (95 % interval %4 to %5), %6.</source>
        <translation>%1 gegen %2: %3 Prozentpunkte (95-%-Intervall %4 bis %5), %6.</translation>
    </message>
    <message>
        <source>%1 against %2: %3 percentage points (95 % interval %4 to %5), %6 for not being lower by the margin.</source>
        <translation>%1 gegen %2: %3 Prozentpunkte (95-%-Intervall %4 bis %5), %6 dafür, nicht um die Schranke niedriger zu sein.</translation>
    </message>
    <message>
        <source>The differences of %1 further comparisons are smaller.</source>
        <translation>Die Unterschiede in %1 weiteren Vergleichen sind kleiner.</translation>
    </message>
    <message>
        <source>Confirmed if every difference from %1 is smaller than %2 percentage points (two one-sided paired t tests at 5 %).</source>
        <translation>Bestätigt, wenn jeder Unterschied zu %1 kleiner als %2 Prozentpunkte ist (zwei einseitige gepaarte t-Tests auf 5 %).</translation>
    </message>
    <message>
        <source>Confirmed if every difference from %1 is smaller than %2 (two one-sided paired t tests at 5 %).</source>
        <translation>Bestätigt, wenn jeder Unterschied zu %1 kleiner als %2 ist (zwei einseitige gepaarte t-Tests auf 5 %).</translation>
    </message>
    <message>
        <source>Confirmed if every time is within a factor of %2 of that of %1 (two one-sided paired t tests of the logarithms at 5 %).</source>
        <translation>Bestätigt, wenn jede Zeit höchstens um den Faktor %2 von der von %1 abweicht (zwei einseitige gepaarte t-Tests der Logarithmen auf 5 %).</translation>
    </message>
    <message>
        <source>Confirmed if %1 is below %2 (one-sided paired t test at 5 %).</source>
        <translation>Bestätigt, wenn %1 unter %2 liegt (einseitiger gepaarter t-Test auf 5 %).</translation>
    </message>
    <message>
        <source>Confirmed if %1 is above each other value (one-sided paired t tests at 5 %).</source>
        <translation>Bestätigt, wenn %1 über jedem anderen Wert liegt (einseitige gepaarte t-Tests auf 5 %).</translation>
    </message>
    <message>
        <source>Confirmed if %1 is below each other value (one-sided paired t tests at 5 %).</source>
        <translation>Bestätigt, wenn %1 unter jedem anderen Wert liegt (einseitige gepaarte t-Tests auf 5 %).</translation>
    </message>
    <message>
        <source>Confirmed if after %1 every difference from the trained network is smaller than %2 percentage points (two one-sided paired t tests at 5 %).</source>
        <translation>Bestätigt, wenn nach %1 jeder Unterschied zum trainierten Netz kleiner als %2 Prozentpunkte ist (zwei einseitige gepaarte t-Tests auf 5 %).</translation>
    </message>
    <message>
        <source>Confirmed if after %1 no run's accuracy changes by more than %2 percentage points.</source>
        <translation>Bestätigt, wenn sich nach %1 die Genauigkeit keines Laufs um mehr als %2 Prozentpunkte ändert.</translation>
    </message>
    <message>
        <source>Confirmed if no group lies below %1 by %2 percentage points or more (one-sided paired t tests at 5 %).</source>
        <translation>Bestätigt, wenn keine Gruppe um %2 Prozentpunkte oder mehr unter %1 liegt (einseitige gepaarte t-Tests auf 5 %).</translation>
    </message>
    <message>
        <source>Confirmed if the accuracy after %1 is above that after %2 (one-sided paired t test at 5 %).</source>
        <translation>Bestätigt, wenn die Genauigkeit nach %1 über der nach %2 liegt (einseitiger gepaarter t-Test auf 5 %).</translation>
    </message>
    <message>
        <source>Confirmed if the 95 % interval of the mean lies above %1.</source>
        <translation>Bestätigt, wenn das 95-%-Intervall des Mittelwerts über %1 liegt.</translation>
    </message>
    <message>
        <source>Confirmed if the 95 % interval of the mean lies between %1 and %2.</source>
        <translation>Bestätigt, wenn das 95-%-Intervall des Mittelwerts zwischen %1 und %2 liegt.</translation>
    </message>
    <message>
        <source>Confirmed if every run lies between %1 and %2.</source>
        <translation>Bestätigt, wenn jeder Lauf zwischen %1 und %2 liegt.</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>In step %1 (epoch %2) the first %3 appeared: in the %4 of layer %5, in %6, by rounding to %7, whose largest value is %8.</source>
        <translation>In Schritt %1 (Epoche %2) trat erstmals %3 auf: im Tensor der %4 von Schicht %5, bei %6, durch Runden auf %7, dessen größter Wert %8 ist.</translation>
    </message>
    <message>
        <source>In step %1 (epoch %2) the first %3 appeared: in the %4 of layer %5, in %6, by rounding to %7, whose largest value is %8. Loss scaling skipped the step.</source>
        <translation>In Schritt %1 (Epoche %2) trat erstmals %3 auf: im Tensor der %4 von Schicht %5, bei %6, durch Runden auf %7, dessen größter Wert %8 ist. Die Verlustskalierung hat den Schritt übersprungen.</translation>
    </message>
    <message>
        <source>In step %1 (epoch %2) the first %3 appeared: in the %4 of layer %5, in %6, by rounding to %7, whose largest value is %8. Of all values looked at there, %9 were beyond it.</source>
        <translation>In Schritt %1 (Epoche %2) trat erstmals %3 auf: im Tensor der %4 von Schicht %5, bei %6, durch Runden auf %7, dessen größter Wert %8 ist. Von allen dort betrachteten Werten lagen %9 jenseits davon.</translation>
    </message>
    <message>
        <source>In step %1 (epoch %2) the first %3 appeared: in the %4 of layer %5, in %6, by the arithmetic itself, before any rounding.</source>
        <translation>In Schritt %1 (Epoche %2) trat erstmals %3 auf: im Tensor der %4 von Schicht %5, bei %6, durch die Rechnung selbst, noch vor jedem Runden.</translation>
    </message>
    <message>
        <source>In step %1 (epoch %2) the first %3 appeared: in the %4 of layer %5, in %6, by the arithmetic itself, before any rounding. Loss scaling skipped the step.</source>
        <translation>In Schritt %1 (Epoche %2) trat erstmals %3 auf: im Tensor der %4 von Schicht %5, bei %6, durch die Rechnung selbst, noch vor jedem Runden. Die Verlustskalierung hat den Schritt übersprungen.</translation>
    </message>
    <message>
        <source>In step %1 (epoch %2) the first %3 appeared: in layer %4, in %5, where a sum left the range of its accumulator, %6, whose largest value is %7.</source>
        <translation>In Schritt %1 (Epoche %2) trat erstmals %3 auf: in Schicht %4, bei %5, wo eine Summe den Bereich ihres Akkumulators %6 verließ, dessen größter Wert %7 ist.</translation>
    </message>
    <message>
        <source>Adam's epsilon %1 is 0 in %2; from step %3 (epoch %4) on, layer %5 divides by zero.</source>
        <translation>Adams Epsilon %1 ist 0 in %2; ab Schritt %3 (Epoche %4) teilt Schicht %5 durch null.</translation>
    </message>
    <message>
        <source>Adam's epsilon %1 is 0 in %2; wherever the second moment is zero, a step divides by zero.</source>
        <translation>Adams Epsilon %1 ist 0 in %2; überall, wo das zweite Moment null ist, teilt ein Schritt durch null.</translation>
    </message>
    <message>
        <source>Adam's epsilon is 0; from step %1 (epoch %2) on, layer %3 divides by zero.</source>
        <translation>Adams Epsilon ist 0; ab Schritt %1 (Epoche %2) teilt Schicht %3 durch null.</translation>
    </message>
    <message>
        <source>In layer %1, %2 of the optimiser state became zero in %3; where the second moment did, a step is divided by Adam's epsilon %4 alone and becomes far too long.</source>
        <translation>In Schicht %1 wurden %2 des Optimiererzustands in %3 zu null; wo das zweite Moment betroffen ist, wird ein Schritt allein durch Adams Epsilon %4 geteilt und viel zu lang.</translation>
    </message>
    <message>
        <source>Keep the optimiser state in FP32 or use epsilon %1.</source>
        <translation>Halten Sie den Optimiererzustand in FP32, oder verwenden Sie Epsilon %1.</translation>
    </message>
    <message>
        <source>Keep the optimiser state in FP32.</source>
        <translation>Halten Sie den Optimiererzustand in FP32.</translation>
    </message>
    <message>
        <source>Use epsilon %1.</source>
        <translation>Verwenden Sie Epsilon %1.</translation>
    </message>
    <message>
        <source>%1 of the %2 of layer %3 were beyond the largest value of %4, %5; first seen in step %6 (epoch %7).</source>
        <translation>%1 der %2 von Schicht %3 lagen jenseits des größten Werts von %4, %5; zuerst gesehen in Schritt %6 (Epoche %7).</translation>
    </message>
    <message>
        <source>%1 of the %2 of layer %3 were beyond the largest value of %4, %5, and were set to it; first seen in step %6 (epoch %7).</source>
        <translation>%1 der %2 von Schicht %3 lagen jenseits des größten Werts von %4, %5, und wurden auf ihn gesetzt; zuerst gesehen in Schritt %6 (Epoche %7).</translation>
    </message>
    <message>
        <source>%1 of the additions in layer %2 left the range of their accumulator, %3, whose largest value is %4.</source>
        <translation>%1 der Additionen in Schicht %2 verließen den Bereich ihres Akkumulators %3, dessen größter Wert %4 ist.</translation>
    </message>
    <message>
        <source>Keep the %1 in a format with a larger range, such as %2.</source>
        <translation>Halten Sie die %1 in einem Format mit größerem Bereich, etwa %2.</translation>
    </message>
    <message>
        <source>Keep the %1 in a format with a larger range, such as %2, or let overflow saturate.</source>
        <translation>Halten Sie die %1 in einem Format mit größerem Bereich, etwa %2, oder lassen Sie Überlauf sättigen.</translation>
    </message>
    <message>
        <source>Keep the %1 in a format with a larger range, such as %2, or try a smaller learning rate than %3.</source>
        <translation>Halten Sie die %1 in einem Format mit größerem Bereich, etwa %2, oder versuchen Sie eine kleinere Lernrate als %3.</translation>
    </message>
    <message>
        <source>Keep the %1 in a format with a larger range, such as %2, or use dynamic loss scaling, which skips such steps.</source>
        <translation>Halten Sie die %1 in einem Format mit größerem Bereich, etwa %2, oder verwenden Sie dynamische Verlustskalierung, die solche Schritte überspringt.</translation>
    </message>
    <message>
        <source>Training blew up: the norm of the gradients rose from %1 in the first step to %2 in step %3.</source>
        <translation>Das Training ist explodiert: Die Norm der Gradienten stieg von %1 im ersten Schritt auf %2 in Schritt %3.</translation>
    </message>
    <message>
        <source>Training blew up: the loss rose from %1 in the first step to %2 in step %3.</source>
        <translation>Das Training ist explodiert: Der Verlust stieg von %1 im ersten Schritt auf %2 in Schritt %3.</translation>
    </message>
    <message>
        <source>Try a smaller learning rate than %1.</source>
        <translation>Versuchen Sie eine kleinere Lernrate als %1.</translation>
    </message>
    <message>
        <source>Try a smaller learning rate than %1, or clip the norm of the gradients at %2.</source>
        <translation>Versuchen Sie eine kleinere Lernrate als %1, oder begrenzen Sie die Norm der Gradienten auf %2.</translation>
    </message>
    <message>
        <source>Try a larger learning rate than %1.</source>
        <translation>Versuchen Sie eine größere Lernrate als %1.</translation>
    </message>
    <message>
        <source>Since step %1 every step was skipped, because gradients were infinite or NaN; the loss scale fell from %2 to %3.</source>
        <translation>Seit Schritt %1 wurde jeder Schritt übersprungen, weil Gradienten unendlich oder NaN waren; die Verlustskala fiel von %2 auf %3.</translation>
    </message>
    <message>
        <source>%1 of the steps were skipped, because gradients were infinite or NaN; the loss scale fell from %2 to %3.</source>
        <translation>%1 der Schritte wurden übersprungen, weil Gradienten unendlich oder NaN waren; die Verlustskala fiel von %2 auf %3.</translation>
    </message>
    <message>
        <source>%1 of the steps were skipped, because gradients, scaled by %2, were infinite or NaN.</source>
        <translation>%1 der Schritte wurden übersprungen, weil Gradienten, mit %2 skaliert, unendlich oder NaN waren.</translation>
    </message>
    <message>
        <source>Use a smaller loss scale than %1, or dynamic loss scaling.</source>
        <translation>Verwenden Sie eine kleinere Verlustskala als %1 oder dynamische Verlustskalierung.</translation>
    </message>
    <message>
        <source>No scale helps, because it overflows at any: try a smaller learning rate than %1, or a format with a larger range for the activations and their gradients, such as %2.</source>
        <translation>Keine Skala hilft, denn es gibt bei jeder einen Überlauf: Versuchen Sie eine kleinere Lernrate als %1 oder für die Aktivierungen und ihre Gradienten ein Format mit größerem Bereich, etwa %2.</translation>
    </message>
    <message>
        <source>No scale helps, because it overflows at any: try a smaller learning rate than %1.</source>
        <translation>Keine Skala hilft, denn es gibt bei jeder einen Überlauf: Versuchen Sie eine kleinere Lernrate als %1.</translation>
    </message>
    <message>
        <source>Keep the gradients and the activation gradients in a format with a larger range, such as %1.</source>
        <translation>Halten Sie die Gradienten und die Aktivierungsgradienten in einem Format mit größerem Bereich, etwa %1.</translation>
    </message>
    <message>
        <source>%1 of the %2 of layer %3 became zero, because %4 has nothing between 0 and %5.</source>
        <translation>%1 der %2 von Schicht %3 wurden zu null, weil %4 zwischen 0 und %5 nichts hat.</translation>
    </message>
    <message>
        <source>%1 of the %2 of layer %3 became zero in %4.</source>
        <translation>%1 der %2 von Schicht %3 wurden in %4 zu null.</translation>
    </message>
    <message>
        <source>Scale the loss, dynamically or by %1, with which %2 of them would be large enough; or keep them in a format with smaller values, such as %3.</source>
        <translation>Skalieren Sie den Verlust, dynamisch oder mit %1, womit %2 von ihnen groß genug wären; oder halten Sie sie in einem Format mit kleineren Werten, etwa %3.</translation>
    </message>
    <message>
        <source>Scale the loss, dynamically or by %1, with which %2 of them would be large enough, together with master weights in FP32, so that they stay so when the scale is divided out; or keep them in a format with smaller values, such as %3.</source>
        <translation>Skalieren Sie den Verlust, dynamisch oder mit %1, womit %2 von ihnen groß genug wären, zusammen mit Master-Gewichten in FP32, damit sie es bleiben, wenn die Skala herausgeteilt wird; oder halten Sie sie in einem Format mit kleineren Werten, etwa %3.</translation>
    </message>
    <message>
        <source>Scale the loss by %1 instead of %2, with which %3 of them would be large enough; or keep them in a format with smaller values, such as %4.</source>
        <translation>Skalieren Sie den Verlust mit %1 statt %2, womit %3 von ihnen groß genug wären; oder halten Sie sie in einem Format mit kleineren Werten, etwa %4.</translation>
    </message>
    <message>
        <source>Keep the %1 in a format with smaller values, such as %2.</source>
        <translation>Halten Sie die %1 in einem Format mit kleineren Werten, etwa %2.</translation>
    </message>
    <message>
        <source>Keep the %1 in a wider format, such as %2.</source>
        <translation>Halten Sie die %1 in einem breiteren Format, etwa %2.</translation>
    </message>
    <message>
        <source>%1 of the updates of layer %2 changed nothing: the steps are too small for the %3 in %4.</source>
        <translation>%1 der Schritte von Schicht %2 änderten nichts: Sie sind zu klein für die %3 in %4.</translation>
    </message>
    <message>
        <source>Keep master weights in FP32, round the %1 stochastically, or try a larger learning rate than %2.</source>
        <translation>Führen Sie Master-Gewichte in FP32, runden Sie die %1 stochastisch, oder versuchen Sie eine größere Lernrate als %2.</translation>
    </message>
    <message>
        <source>Keep master weights in FP32, or try a larger learning rate than %1.</source>
        <translation>Führen Sie Master-Gewichte in FP32, oder versuchen Sie eine größere Lernrate als %1.</translation>
    </message>
    <message>
        <source>%1 of the steps were clipped: the norm of the gradients is %2 in the median, the threshold %3.</source>
        <translation>%1 der Schritte wurden begrenzt: Die Norm der Gradienten ist %2 im Median, die Schwelle %3.</translation>
    </message>
    <message>
        <source>%1 of the elements of the gradients were clipped to %2.</source>
        <translation>%1 der Elemente der Gradienten wurden auf %2 begrenzt.</translation>
    </message>
    <message>
        <source>Try a threshold of %1, which is that median.</source>
        <translation>Versuchen Sie eine Schwelle von %1, das ist dieser Median.</translation>
    </message>
    <message>
        <source>Try a larger threshold, such as %1.</source>
        <translation>Versuchen Sie eine größere Schwelle, etwa %1.</translation>
    </message>
    <message>
        <source>%1 of the additions in layer %2 left the running sum as it was: in the accumulator, %3, it grew too large for what was added.</source>
        <translation>%1 der Additionen in Schicht %2 ließen die laufende Summe, wie sie war: Im Akkumulator %3 wurde sie zu groß für das, was hinzukam.</translation>
    </message>
    <message>
        <source>%1 of the products in layer %2 became zero in their accumulator, %3, which has nothing between 0 and %4.</source>
        <translation>%1 der Produkte in Schicht %2 wurden in ihrem Akkumulator %3 zu null, der zwischen 0 und %4 nichts hat.</translation>
    </message>
    <message>
        <source>Accumulate in FP32.</source>
        <translation>Summieren Sie in FP32.</translation>
    </message>
    <message>
        <source>Accumulate in FP32, or in chunks of %1.</source>
        <translation>Summieren Sie in FP32 oder in Abschnitten von %1.</translation>
    </message>
    <message>
        <source>The loss went from %1 to %2, and nothing that was seen inside the network explains it.</source>
        <translation>Der Verlust ging von %1 auf %2, und nichts, was im Netz zu sehen war, erklärt das.</translation>
    </message>
    <message>
        <source>Of an accuracy of %1 on the training images %2 was left, and nothing that was seen inside the network explains it.</source>
        <translation>Von einer Genauigkeit von %1 auf den Trainingsbildern blieben %2 übrig, und nichts, was im Netz zu sehen war, erklärt das.</translation>
    </message>
    <message>
        <source>The loss is no finite number, and nothing that was seen inside the network explains it.</source>
        <translation>Der Verlust ist keine endliche Zahl, und nichts, was im Netz zu sehen war, erklärt das.</translation>
    </message>
    <message>
        <source>Try another learning rate than %1.</source>
        <translation>Versuchen Sie eine andere Lernrate als %1.</translation>
    </message>
    <message>
        <source>Try the same in FP32, which tells whether the precision is to blame, and another learning rate than %1.</source>
        <translation>Versuchen Sie dasselbe in FP32, das sagt, ob es an der Präzision liegt, und eine andere Lernrate als %1.</translation>
    </message>
    <message>
        <source>Switch telemetry on (training.telemetryStride) and run it again.</source>
        <translation>Lassen Sie in den Lauf hineinsehen (training.telemetryStride), und starten Sie ihn neu.</translation>
    </message>
    <message>
        <source>infinity</source>
        <translation>Unendlich</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
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
        <source>gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>activation gradients</source>
        <translation>Aktivierungsgradienten</translation>
    </message>
    <message>
        <source>optimiser state</source>
        <translation>Optimiererzustände</translation>
    </message>
    <message>
        <source>the inputs</source>
        <translation>den Eingaben</translation>
    </message>
    <message>
        <source>the product of inputs and weights</source>
        <translation>dem Produkt von Eingaben und Gewichten</translation>
    </message>
    <message>
        <source>the sum with the biases</source>
        <translation>der Summe mit den Bias-Werten</translation>
    </message>
    <message>
        <source>the activation function</source>
        <translation>der Aktivierungsfunktion</translation>
    </message>
    <message>
        <source>the loss</source>
        <translation>dem Verlust</translation>
    </message>
    <message>
        <source>the gradient of the loss</source>
        <translation>dem Gradienten des Verlusts</translation>
    </message>
    <message>
        <source>the gradient through the activation function</source>
        <translation>dem Gradienten durch die Aktivierungsfunktion</translation>
    </message>
    <message>
        <source>the gradient through the product</source>
        <translation>dem Gradienten durch das Produkt</translation>
    </message>
    <message>
        <source>the gradient of the weights</source>
        <translation>dem Gradienten der Gewichte</translation>
    </message>
    <message>
        <source>the gradient of the biases</source>
        <translation>dem Gradienten der Bias-Werte</translation>
    </message>
    <message>
        <source>the division by the loss scale</source>
        <translation>der Division durch die Verlustskala</translation>
    </message>
    <message>
        <source>the clipping of the gradients</source>
        <translation>der Begrenzung der Gradienten</translation>
    </message>
    <message>
        <source>the first moment (velocity)</source>
        <translation>dem ersten Moment (Geschwindigkeit)</translation>
    </message>
    <message>
        <source>the second moment</source>
        <translation>dem zweiten Moment</translation>
    </message>
    <message>
        <source>the division by the root of the second moment</source>
        <translation>der Division durch die Wurzel des zweiten Moments</translation>
    </message>
    <message>
        <source>the update of the weights</source>
        <translation>der Aktualisierung der Gewichte</translation>
    </message>
    <message>
        <source>the rounding of the master weights</source>
        <translation>der Rundung der Master-Gewichte</translation>
    </message>
</context>
</TS>
