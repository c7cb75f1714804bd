// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "subject.h"

#include <QWidget>

class QVBoxLayout;

namespace app::inspector {

// What the selected unit or module offers to others: its operations with what each does and calls, and the
// messages it sends and listens to; all as declared. GUI thread.
class EndpointsPage : public QWidget
{
    Q_OBJECT
public:
    EndpointsPage(const model::system::System &system,
                  const std::vector<model::packaging::Packaging> &packagings,
                  QWidget *parent = nullptr);

    void select(const Subject &subject);

private:
    void addCapability(const model::system::Capability &capability, QVBoxLayout &column, bool named);
    QString wordsOf(const model::system::Endpoint &endpoint,
                    const model::packaging::Packaging &packaging) const;

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    Subject m_subject;
    QWidget *m_content = nullptr; // of the subject
};

} // namespace app::inspector
