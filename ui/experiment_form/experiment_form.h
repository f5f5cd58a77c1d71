// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include <QScrollArea>

class QToolButton;
class QVBoxLayout;

namespace roundoff::ui {

class CollapsibleSection;
class ExperimentDocument;
class FormRow;

/// Everything that an experiment is, made from the field table: what a field is called, what it takes and when it has
/// an effect stands there and nowhere here.
class ExperimentForm : public QScrollArea {
    Q_OBJECT

public:
    explicit ExperimentForm(ExperimentDocument& document, QWidget* parent = nullptr);

    /// Why the experiment cannot run as it is typed: "Learning rate: ..."; empty if it can.
    [[nodiscard]] QString problem() const;

    /// Shows what is wrong with the experiment as a whole beside the setting that it names, if it names one.
    void setPlanProblem(const QString& message);

    /// Takes over what is typed in chips and waits for Enter.
    void commit();

    /// Which sections are open, for the settings.
    [[nodiscard]] QStringList openSections() const;
    void setOpenSections(const QStringList& names);

signals:
    void problemChanged();

private:
    struct Section {
        QString name; ///< Untranslated, for settings.
        CollapsibleSection* widget = nullptr;
        std::vector<std::string> groups;
        QToolButton* varyButton = nullptr;
    };

    Section& addSection(const QString& name, const QString& title, const std::vector<std::string>& groups);
    void addRow(QVBoxLayout* layout, FormRow* row);
    void addFieldRows(Section& section);
    void addVaryButton(Section& section, const std::string& group);
    Section& sectionOf(const std::string& path);
    void refresh();
    void refreshAxisRows();
    void refreshRemarks();
    void refreshSummaries();
    void alignLabels();

    ExperimentDocument& document_;
    QVBoxLayout* layout_;
    std::vector<Section> sections_;
    std::vector<FormRow*> rows_;
    std::map<std::string, FormRow*> rowByPath_; // of fields
    std::map<std::string, FormRow*> axisRows_;  // of axes that are no field's
    QString planProblem_;
};

} // namespace roundoff::ui
