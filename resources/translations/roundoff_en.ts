<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>Claims</name>
    <message numerus="yes">
        <source>%1 of %n claim(s) confirmed</source>
        <translation>
            <numerusform>%1 of %n claim confirmed</numerusform>
            <numerusform>%1 of %n claims confirmed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Estimate</name>
    <message numerus="yes">
        <source>%n run(s), all there</source>
        <translation>
            <numerusform>%n run, there</numerusform>
            <numerusform>%n runs, all there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s) left</source>
        <translation>
            <numerusform>%1 of %n run left</numerusform>
            <numerusform>%1 of %n runs left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistogramPlot</name>
    <message numerus="yes">
        <source>%Ln weight(s)</source>
        <translation>
            <numerusform>%Ln weight</numerusform>
            <numerusform>%Ln weights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln distinct value(s)</source>
        <translation>
            <numerusform>%Ln distinct value</numerusform>
            <numerusform>%Ln distinct values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not finite</source>
        <translation>
            <numerusform>%Ln not finite</numerusform>
            <numerusform>%Ln not finite</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperNote</name>
    <message numerus="yes">
        <source>Chance level for %1 classes, as the paper found at one decimal: truncating to %n decimal(s) leaves at most %2 values in (−1, 1); rounding to nearest gives %3.</source>
        <translation>
            <numerusform>Chance level for %1 classes, as the paper found at one decimal: truncating to %n decimal leaves at most %2 values in (−1, 1); rounding to nearest gives %3.</numerusform>
            <numerusform>Chance level for %1 classes, as the paper found at one decimal: truncating to %n decimals leaves at most %2 values in (−1, 1); rounding to nearest gives %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message numerus="yes">
        <source>Times were taken with %n run(s) at a time, one thread each,</source>
        <translation>
            <numerusform>Times were taken with %n run at a time, one thread each,</numerusform>
            <numerusform>Times were taken with %n runs at a time, one thread each,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n core(s).</source>
        <translation>
            <numerusform>on %n core.</numerusform>
            <numerusform>on %n cores.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionSummary</name>
    <message numerus="yes">
        <source>%n fold(s)</source>
        <translation>
            <numerusform>%n fold</numerusform>
            <numerusform>%n folds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n value(s)</source>
        <translation>
            <numerusform>%1: %n value</numerusform>
            <numerusform>%1: %n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeat(s)</source>
        <translation>
            <numerusform>%n repeat</numerusform>
            <numerusform>%n repeats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fold(s)</source>
        <translation>
            <numerusform>%n fold</numerusform>
            <numerusform>%n folds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundoff::ui::FigurePanel</name>
    <message numerus="yes">
        <source>%n file(s) were written to %1.</source>
        <translation>
            <numerusform>%n file was written to %1.</numerusform>
            <numerusform>%n files were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundoff::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n run(s) at a time</source>
        <translation>
            <numerusform>%n run at a time</numerusform>
            <numerusform>%n runs at a time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundoff::ui::MatrixPanel</name>
    <message numerus="yes">
        <source>%Ln step(s) looked at</source>
        <translation>
            <numerusform>%Ln step looked at</numerusform>
            <numerusform>%Ln steps looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundoff::ui::NumericsPage</name>
    <message numerus="yes">
        <source>Waiting for the first look inside: every %Ln step(s) of the training there is one.</source>
        <translation>
            <numerusform>Waiting for the first look inside: there is one at every step of the training.</numerusform>
            <numerusform>Waiting for the first look inside: there is one every %Ln steps of the training.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundoff::ui::ResultsPage</name>
    <message numerus="yes">
        <source>%1 of %n run(s) done</source>
        <translation>
            <numerusform>%1 of %n run done</numerusform>
            <numerusform>%1 of %n runs done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundoff::ui::RunToolBar</name>
    <message numerus="yes">
        <source>Done: %n run(s)</source>
        <translation>
            <numerusform>Done: %n run</numerusform>
            <numerusform>Done: %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %1 of %n run(s) in %2, the others before</source>
        <translation>
            <numerusform>Done: %1 of %n run in %2</numerusform>
            <numerusform>Done: %1 of %n runs in %2, the others before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundoff::ui::WeightsSummary</name>
    <message numerus="yes">
        <source>of %Ln weight(s)</source>
        <translation>
            <numerusform>of %Ln weight</numerusform>
            <numerusform>of %Ln weights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln weight(s) became infinite or NaN</source>
        <translation>
            <numerusform>%Ln weight became infinite or NaN</numerusform>
            <numerusform>%Ln weights became infinite or NaN</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundoff::ui::WhyCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundoff::ui::WeightsPage</name>
    <message numerus="yes">
        <source>There are no trained weights: of %n run(s), none was trained to its end.</source>
        <translation>
            <numerusform>There are no trained weights: the one run was not trained to its end.</numerusform>
            <numerusform>There are no trained weights: of %n runs, none was trained to its end.</numerusform>
        </translation>
    </message>
</context>
</TS>
