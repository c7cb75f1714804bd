// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "subjectpage.h"

namespace app::inspector {

// What the selected unit or module offers to others: its operations with what each does and calls, and the
// messages it sends and listens to; all as declared. GUI thread.
class EndpointsPage : public SubjectPage
{
    Q_OBJECT
public:
    using SubjectPage::SubjectPage;

protected:
    void write(const model::packaging::Unit &unit, QVBoxLayout &column) override;

private:
    void addCapability(const model::system::Capability &capability, QVBoxLayout &column, bool named);
    QString wordsOf(const model::system::Endpoint &endpoint) const;
};

} // namespace app::inspector
