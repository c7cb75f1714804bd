// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "subjectpage.h"

namespace app::inspector {

// Who answers for the selected unit or module: which team for which part, who must agree before it changes,
// and which other teams it needs and is needed by; all as declared. GUI thread.
class OwnersPage : public SubjectPage
{
    Q_OBJECT
public:
    using SubjectPage::SubjectPage;

Q_SIGNALS:
    void teamWanted(const model::system::TeamId &team);

protected:
    void write(const model::packaging::Unit &unit, QVBoxLayout &column) override;

private:
    void addOwner(const model::system::TeamId &team, const model::packaging::Unit &unit, QVBoxLayout &column);
    QString agreement(const model::packaging::Unit &unit) const;
};

} // namespace app::inspector
