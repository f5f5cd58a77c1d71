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
</TS>
