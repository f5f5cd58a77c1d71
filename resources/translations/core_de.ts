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
</context>
</TS>
