// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultoffers.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace app::inspector {

class SettingField;

// One kind of fault as it can be done to somebody: a line with its name and "Do it"; unfolded, what it means
// and its settings. While one of the kind is in force: "Undo", and the settings change it. What is inside is
// built when it is unfolded first: there are thirty of them, and one is read. GUI thread.
class FaultCard : public QFrame
{
    Q_OBJECT
public:
    // Says what a fault does to whom it takes: "Catalogue in Shop hangs".
    using Words = std::function<QString(const model::operation::Fault &)>;

    FaultCard(const model::operation::Fault &preset,
              const std::vector<OtherEnd> &others,
              Words words,
              QWidget *parent = nullptr);

    // The same kind, done to somebody else; folded, and nothing is in force.
    void setOffer(const model::operation::Fault &preset, const std::vector<OtherEnd> &others);
    model::operation::Fault fault() const; // as it is set
    void setInstance(int instance);
    // Which of the kind is in force against the same; nothing: none is.
    void setInForce(const std::optional<model::operation::Fault> &fault);
    void setOpen(bool open);

Q_SIGNALS:
    void wanted(const model::operation::Fault &fault);
    void unwanted(const model::operation::Fault &fault);
    // Somebody thinks about doing it, as it is set now; nothing: no more.
    void pondered(const std::optional<model::operation::Fault> &fault);
    void opened();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const model::operation::Fault &preset, const std::vector<OtherEnd> &others);
    void buildBody();
    void forgetBody();
    void putIntoTabOrder();
    void act();
    void settingChanged();
    void describe();

    Words m_words;
    model::operation::Fault m_fault;
    std::optional<model::operation::Fault> m_inForce;
    std::vector<OtherEnd> m_others;
    std::vector<SettingField *> m_fields;
    QToolButton *m_title;
    QPushButton *m_act;
    QWidget *m_body = nullptr; // until it is unfolded; so are the next two
    QComboBox *m_other = nullptr;
    QLabel *m_sentence = nullptr;
    QTimer m_settle; // a slider that is being dragged changes what is in force when it rests
    bool m_isPondered = false;
};

} // namespace app::inspector
