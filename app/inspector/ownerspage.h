// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "subject.h"

#include <QWidget>

class QVBoxLayout;

namespace app::inspector {

// Who answers for the selected unit or module: which team for which part, who must agree before it changes,
// and which other teams it needs and is needed by; all as declared. GUI thread.
class OwnersPage : public QWidget
{
    Q_OBJECT
public:
    OwnersPage(const model::system::System &system,
               const std::vector<model::packaging::Packaging> &packagings,
               QWidget *parent = nullptr);

    void select(const Subject &subject);

Q_SIGNALS:
    void teamWanted(const model::system::TeamId &team);

private:
    void addOwner(const model::system::TeamId &team, const model::packaging::Unit &unit, QVBoxLayout &column);
    QString agreement(const model::packaging::Unit &unit) const;

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    Subject m_subject;
    QWidget *m_content = nullptr; // of the subject
};

} // namespace app::inspector
