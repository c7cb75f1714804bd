// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "subject.h"

#include <QScrollArea>

class QVBoxLayout;

namespace app::inspector {

// A selected team: what it owns in each shape (units, modules), its tables, topics and endpoints, who must
// agree before something of it changes, and with whom it has to do; all as declared. GUI thread.
class TeamPage : public QScrollArea
{
    Q_OBJECT
public:
    TeamPage(const model::system::System &system,
             const std::vector<model::packaging::Packaging> &packagings,
             QWidget *parent = nullptr);

    void select(const model::system::TeamId &team);
    const model::system::TeamId &team() const { return m_team; }

Q_SIGNALS:
    void subjectWanted(const app::inspector::Subject &subject);
    void teamWanted(const model::system::TeamId &team);

private:
    void addHead(QVBoxLayout &column);
    void addShape(int fleet, QVBoxLayout &column);
    void addUnit(int fleet, const model::packaging::Unit &unit, QVBoxLayout &column);
    void addHoldings(QVBoxLayout &column);

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    model::system::TeamId m_team;
};

} // namespace app::inspector
