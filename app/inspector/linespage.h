// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "line.h"

#include <model/operation/policychange.h>
#include <services/platform/snapshot.h>

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace app::inspector {

// What the selected unit or module calls and who calls it, each to be opened, and one choice of policies for
// all that it calls; made once somebody sees it. Asks for acts by signals; does none. GUI thread.
class LinesPage : public QWidget
{
    Q_OBJECT
public:
    LinesPage(const model::system::System &system,
              const std::vector<model::packaging::Packaging> &packagings,
              QWidget *parent = nullptr);

    void select(const Subject &subject);
    void catchUp(); // is made now, although nobody sees it
    void show(const services::platform::FleetSnapshot &fleet);

Q_SIGNALS:
    void lineWanted(const app::inspector::Line &line);
    void policiesWanted(int fleet, const model::operation::PolicyChange &change);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeAnew();
    void showFigures();
    void addGroup(const QString &title, const std::vector<Line> &lines, QVBoxLayout &column);
    void protectAll(const QString &name);
    void showProtection(const model::operation::PolicyBook &book);

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    Subject m_subject;
    std::vector<Line> m_outgoing;
    QLabel *m_words;
    QComboBox *m_protection;
    QWidget *m_content = nullptr; // of the subject
    bool m_isOutdated = false;
    std::optional<services::platform::FleetSnapshot> m_seen; // its calls and policies, no more
    struct Entry
    {
        Line line;
        QPushButton *button;
        QLabel *figures;
    };
    std::vector<Entry> m_entries;
};

} // namespace app::inspector
