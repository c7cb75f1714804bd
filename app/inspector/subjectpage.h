// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "subject.h"

#include <QWidget>

class QVBoxLayout;

namespace app::inspector {

// A page that is written anew for each unit or module that is selected, out of what is declared; only once
// somebody sees it, for a monolith has much to say. GUI thread.
class SubjectPage : public QWidget
{
    Q_OBJECT
public:
    SubjectPage(const model::system::System &system,
                const std::vector<model::packaging::Packaging> &packagings,
                QWidget *parent = nullptr);

    void select(const Subject &subject);
    void catchUp(); // is written now, although nobody sees it

protected:
    void showEvent(QShowEvent *event) override;
    virtual void write(const model::packaging::Unit &unit, QVBoxLayout &column) = 0;

    const model::system::System &system() const { return m_system; }
    const model::packaging::Packaging &packaging() const
    {
        return m_packagings[static_cast<size_t>(m_subject.fleet)];
    }
    const Subject &subject() const { return m_subject; }
    // Whether this part of the unit is meant.
    bool isMeant(const model::system::CapabilityId &capability) const
    {
        return m_subject.capability.value_or(capability) == capability;
    }

private:
    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    Subject m_subject;
    QWidget *m_content = nullptr; // of the subject
    bool m_isOutdated = false;
};

} // namespace app::inspector
