// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultspage.h"

#include "faultcard.h"

#include <app/style/label.h>
#include <app/wording/faults.h>

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace app::inspector {

using model::operation::Fault;
using style::label;

namespace {

bool areKinds(const std::vector<FaultCard *> &cards, const std::vector<Fault> &faults)
{
    const auto kindOf = [](const FaultCard *card) { return card->fault().kind; };
    return std::ranges::equal(cards, faults, {}, kindOf, &Fault::kind);
}

} // namespace

FaultsPage::FaultsPage(const model::system::System &system,
                       const std::vector<model::packaging::Packaging> &packagings,
                       QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_instance(new QComboBox)
    , m_content(new QWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_instance);
    column->addWidget(m_content);
    column->addStretch(1);
    auto *sections = new QVBoxLayout(m_content);
    sections->setContentsMargins(0, 0, 0, 0);
    sections->setSpacing(4);
    m_instance->setAccessibleName(tr("Which of its instances"));
    m_instance->hide();
    connect(m_instance, &QComboBox::currentIndexChanged, this, &FaultsPage::aim);
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
    if (subject.fleet != m_subject.fleet) {
        m_inForce.clear();
        m_instances.clear();
    }
    m_subject = subject;
    m_isOutdated = true;
    if (isVisible())
        offer();
}

void FaultsPage::showEvent(QShowEvent *event)
{
    if (m_isOutdated)
        offer();
    QWidget::showEvent(event);
}

void FaultsPage::offer()
{
    m_isOutdated = false;
    const auto groups = faultGroups(m_system, packaging(), m_subject);
    bool isAnew = false; // from here on: the keyboard comes to what is built later after what was there
    for (size_t index = 0; index < groups.size(); ++index) {
        auto &its = section(index);
        isAnew = isAnew || !areKinds(its.cards, groups[index].faults);
        offer(groups[index], its, isAnew);
    }
    m_instance->setCurrentIndex(m_instance->count() > 0 ? 0 : -1);
    showForce();
}

FaultsPage::Section &FaultsPage::section(size_t index)
{
    auto *sections = static_cast<QVBoxLayout *>(m_content->layout());
    while (m_sections.size() <= index) {
        if (!m_sections.empty())
            sections->addSpacing(8);
        const Section section{label({}, "heading"), label({}, "subtle"), new QVBoxLayout};
        sections->addWidget(section.title);
        sections->addWidget(section.whom);
        sections->addLayout(section.column);
        m_sections.push_back(section);
    }
    return m_sections[index];
}

void FaultsPage::offer(const FaultGroup &group, Section &section, bool isAnew)
{
    section.title->setText(group.title);
    section.whom->setText(group.whom);
    section.choosesInstance = group.choosesInstance;
    if (!isAnew) {
        for (size_t index = 0; index < group.faults.size(); ++index)
            section.cards[index]->setOffer(group.faults[index], group.others);
        return;
    }
    for (auto *card : std::exchange(section.cards, {}))
        delete card;
    for (const auto &fault : group.faults)
        addCard(fault, group, section);
}

void FaultsPage::addCard(const Fault &fault, const FaultGroup &group, Section &section)
{
    auto *card = new FaultCard(fault, group.others, [this](const Fault &done) {
        return wording::words(done, m_system, packaging());
    });
    section.column->addWidget(card);
    section.cards.push_back(card);
    card->show(); // at once, not with the next event
    connect(card, &FaultCard::wanted, this, &FaultsPage::faultWanted);
    connect(card, &FaultCard::unwanted, this, &FaultsPage::faultUnwanted);
    connect(card, &FaultCard::pondered, this, &FaultsPage::faultPondered);
    connect(card, &FaultCard::opened, this, [this, card] { foldOthers(card); });
}

void FaultsPage::foldOthers(const FaultCard *card)
{
    for (const auto &section : m_sections) {
        for (auto *other : section.cards) {
            if (other != card)
                other->setOpen(false);
        }
    }
}

// All of them, or the one which is chosen.
void FaultsPage::aim()
{
    for (const auto &section : m_sections) {
        for (auto *card : section.cards) {
            if (section.choosesInstance)
                card->setInstance(std::max(m_instance->currentIndex(), 0));
        }
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
    aim();
}

void FaultsPage::show(const services::platform::FleetSnapshot &fleet)
{
    m_inForce = fleet.faults;
    m_instances.clear();
    for (const auto &instance : fleet.instances)
        m_instances.push_back(instance.status.unit);
    if (isVisible() && !m_isOutdated)
        showForce();
}

void FaultsPage::showForce()
{
    showInstances(static_cast<int>(std::ranges::count(m_instances, m_subject.unit)));
    for (const auto &section : m_sections) {
        for (auto *card : section.cards) {
            const auto offered = card->fault();
            const auto found = std::ranges::find_if(
                m_inForce, [&](const auto &fault) { return isMeant(fault, offered, packaging()); });
            card->setInForce(found == m_inForce.end() ? std::nullopt : std::optional(*found));
        }
    }
}

} // namespace app::inspector
