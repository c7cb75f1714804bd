// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultoffers.h"

#include <services/platform/snapshot.h>

#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace app::inspector {

class FaultCard;

// What can be done to the selected unit or module, grouped by what it takes, and what of it is in force.
// Asks for acts by signals; does none. GUI thread.
class FaultsPage : public QWidget
{
    Q_OBJECT
public:
    FaultsPage(const model::system::System &system,
               const std::vector<model::packaging::Packaging> &packagings,
               QWidget *parent = nullptr);
    ~FaultsPage() override;

    void select(const Subject &subject);
    void show(const services::platform::FleetSnapshot &fleet);

Q_SIGNALS:
    void faultWanted(const model::operation::Fault &fault);
    void faultUnwanted(const model::operation::Fault &fault);
    void faultPondered(const std::optional<model::operation::Fault> &fault);

private:
    void addGroup(const FaultGroup &group, QVBoxLayout &column);
    void showInstances(int instances);
    const model::packaging::Packaging &packaging() const;

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    Subject m_subject;
    QComboBox *m_instance;
    QWidget *m_content = nullptr; // of the subject
    struct Line
    {
        FaultCard *card;
        bool choosesInstance;
    };
    std::vector<Line> m_lines;
};

} // namespace app::inspector
