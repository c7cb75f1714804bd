// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "line.h"
#include "policyrows.h"

#include <app/style/theme.h>
#include <model/operation/policychange.h>
#include <services/platform/snapshot.h>

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace app::inspector {

class CallFigures;
class PolicyCard;

// The calls of one line of the picture: how they do, and the policies that protect them, to be changed live
// for one call or for all of the line. Asks for changes by a signal; shows what is in force. GUI thread.
class CallPage : public QWidget
{
    Q_OBJECT
public:
    CallPage(const model::system::System &system,
             const std::vector<model::packaging::Packaging> &packagings,
             QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme) { m_theme = theme; }
    void select(const Line &line);
    const Line &line() const { return m_line; }
    void show(const services::platform::FleetSnapshot &fleet);

Q_SIGNALS:
    void policiesWanted(int fleet, const model::operation::PolicyChange &change);
    void callerWanted(const app::inspector::Subject &caller);

private:
    QWidget *buildHead();
    QWidget *buildPolicies();
    Line chosen() const; // all calls of the line, or one
    const model::packaging::Packaging &packaging() const;
    Protection protectionOf(const model::operation::CallKey &call) const;
    void describe();
    void showPolicies();
    void ask(const PolicyCard &card);
    void askFor(const model::operation::PolicyChange &change);
    void likeTheOthers();

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    Line m_line;
    model::operation::PolicyBook m_book; // in force, or asked for
    QTimer m_asked; // so long an older snapshot is not believed
    style::Theme m_theme = style::Theme::light();

    QPushButton *m_back;
    QLabel *m_title;
    QLabel *m_state;
    QLabel *m_where;
    QComboBox *m_calls;
    QLabel *m_declared;
    CallFigures *m_figures;
    QLabel *m_own;
    QPushButton *m_like;
    QLabel *m_ofUnit;
    std::vector<PolicyCard *> m_cards;
};

} // namespace app::inspector
