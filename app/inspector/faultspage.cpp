// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultspage.h"

#include "faultcard.h"

#include <app/style/label.h>

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace app::inspector {

using style::label;

FaultsPage::FaultsPage(const model::system::System &system,
                       const std::vector<model::packaging::Packaging> &packagings,
                       QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_instance(new QComboBox)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_instance);
    column->addStretch(1);
    m_instance->setAccessibleName(tr("Which of its instances"));
    m_instance->hide();
    connect(m_instance, &QComboBox::currentIndexChanged, this, [this](int index) {
        for (const auto &line : m_lines) {
            if (line.choosesInstance)
                line.card->setInstance(std::max(index, 0));
        }
    });
}

// Cards that go while somebody rests on them say so: nobody hears it any more.
FaultsPage::~FaultsPage()
{
    const QSignalBlocker quiet(this);
    delete m_content;
}

const model::packaging::Packaging &FaultsPage::packaging() const
{
    return m_packagings[static_cast<size_t>(m_subject.fleet)];
}

void FaultsPage::select(const Subject &subject)
{
    Q_EMIT faultPondered({});
    m_subject = subject;
    m_lines.clear();
    delete m_content;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (const auto &group : faultGroups(m_system, packaging(), subject))
        addGroup(group, *column);
    m_instance->setCurrentIndex(m_instance->count() > 0 ? 0 : -1);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_content);
    m_content->show(); // at once, not with the next event
}

void FaultsPage::addGroup(const FaultGroup &group, QVBoxLayout &column)
{
    if (!m_lines.empty())
        column.addSpacing(8);
    column.addWidget(label(group.title, "heading"));
    column.addWidget(label(group.whom, "subtle"));
    for (const auto &fault : group.faults) {
        auto *card = new FaultCard(fault, group.others);
        column.addWidget(card);
        m_lines.push_back({card, group.choosesInstance});
        connect(card, &FaultCard::wanted, this, &FaultsPage::faultWanted);
        connect(card, &FaultCard::unwanted, this, &FaultsPage::faultUnwanted);
        connect(card, &FaultCard::pondered, this, &FaultsPage::faultPondered);
        connect(card, &FaultCard::opened, this, [this, card] {
            for (const auto &line : m_lines) {
                if (line.card != card)
                    line.card->setOpen(false);
            }
        });
    }
}

void FaultsPage::showInstances(int instances)
{
    const int choices = instances > 1 ? instances + 1 : 0;
    m_instance->setVisible(choices > 0);
    if (m_instance->count() == choices)
        return;
    const int chosen = m_instance->currentIndex();
    const QSignalBlocker quiet(m_instance);
    m_instance->clear();
    for (int index = 0; index < choices; ++index)
        m_instance->addItem(index == 0 ? tr("To all %1 instances").arg(instances)
                                       : tr("To instance %1 only").arg(index));
    m_instance->setCurrentIndex(chosen > 0 && chosen < choices ? chosen : 0);
    for (const auto &line : m_lines) {
        if (line.choosesInstance)
            line.card->setInstance(std::max(m_instance->currentIndex(), 0));
    }
}

void FaultsPage::show(const services::platform::FleetSnapshot &fleet)
{
    showInstances(static_cast<int>(std::ranges::count_if(
        fleet.instances, [this](const auto &instance) { return instance.status.unit == m_subject.unit; })));
    for (const auto &line : m_lines) {
        const auto offered = line.card->fault();
        const auto found = std::ranges::find_if(
            fleet.faults, [&](const auto &fault) { return isMeant(fault, offered, packaging()); });
        line.card->setInForce(found == fleet.faults.end() ? std::nullopt : std::optional(*found));
    }
}

} // namespace app::inspector
