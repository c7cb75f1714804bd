// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultoffers.h"

#include <services/platform/snapshot.h>

#include <QWidget>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace app::inspector {

class FaultCard;

// What can be done to the selected unit or module, grouped by what it takes, and what of it is in force.
// Asks for acts by signals; does none. Keeps its cards from subject to subject, and builds and changes
// nothing while it is hidden. GUI thread.
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

protected:
    void showEvent(QShowEvent *event) override;

private:
    // What is offered of one group.
    struct Section
    {
        QLabel *title;
        QLabel *whom;
        QVBoxLayout *column; // of the cards
        std::vector<FaultCard *> cards = {};
        bool choosesInstance = false;
    };

    void offer();
    Section &section(size_t index);
    void offer(const FaultGroup &group, Section &section, bool isAnew);
    void addCard(const model::operation::Fault &fault, const FaultGroup &group, Section &section);
    void foldOthers(const FaultCard *card);
    void showForce();
    void showInstances(int instances);
    void aim();
    const model::packaging::Packaging &packaging() const;

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    Subject m_subject;
    QComboBox *m_instance;
    QWidget *m_content;
    std::vector<Section> m_sections;
    bool m_isOutdated = false; // the subject is another one
    std::vector<model::operation::Fault> m_inForce; // in the subject's fleet
    std::vector<model::system::UnitId> m_instances; // in the same, whose they are
};

} // namespace app::inspector
