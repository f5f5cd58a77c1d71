// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QIcon>
#include <QStringList>
#include <QWidget>

class QMenu;
class QStringListModel;
class QToolButton;

namespace roundoff::ui {

class Chip;
class FlowLayout;
class FormLineEdit;

/// A list of values as chips, with a line to type more and a menu of those that are offered. Enter, a separator at the
/// end, or leaving the line turns what was typed into chips; Backspace in the empty line removes the last one.
class ChipsEdit : public QWidget {
    Q_OBJECT

public:
    /// How values are read and shown.
    struct Behaviour {
        /// Turns what was typed into values, each in its normal form; throws InputError if it cannot.
        std::function<QStringList(const QString&)> parse;
        std::function<QString(const QString&)> display;      ///< What a chip says; the value itself without it.
        std::function<QIcon(const QString&)> icon;           ///< In front of it; none without it.
        std::function<QString(const QString&)> toolTip = {}; ///< Of a chip; else its value, if it says another text.
        QStringList offered;                                 ///< For the menu and for completion.
        QString placeholder;
        QString name;                       ///< For screen readers.
        QChar separator = QLatin1Char(','); ///< At the end of what is typed, it makes chips of it.
    };

    explicit ChipsEdit(Behaviour behaviour, QWidget* parent = nullptr);

    /// Replaces the chips without edited(); what is being typed stays.
    void setValues(const QStringList& values);
    [[nodiscard]] const QStringList& values() const { return values_; }

    /// Other values for the menu and for completion; chips that stand for them may say another text now.
    void setOffered(const QStringList& offered);

    /// The chip that was clicked, walked to or made last; empty without chips.
    [[nodiscard]] const QString& current() const { return current_; }
    void setCurrent(const QString& value);

    /// Turns what is in the line into chips now.
    /// @returns whether nothing is left in it
    bool commit();
    void clearInput();

signals:
    void edited(const QStringList& values);
    void currentChanged(const QString& value);
    /// A chip was double-clicked, or Return pressed on it.
    void activated(const QString& value);
    /// Why what was typed is no value; empty once it is one, or is gone.
    void problemChanged(const QString& problem);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void addValues(const QStringList& values);
    void removeValue(const QString& value);
    void rebuild();
    void fillMenu();
    void setProblem(const QString& problem);
    void fillCompleter();
    void keepCurrent();

    Behaviour behaviour_;
    QStringList values_;
    QString current_;
    QString problem_;
    FlowLayout* flow_;
    FormLineEdit* input_;
    QToolButton* menuButton_ = nullptr;
    QMenu* menu_ = nullptr;
    QStringListModel* completions_ = nullptr;
};

} // namespace roundoff::ui
