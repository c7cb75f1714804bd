// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callpage.h"

#include "callfigures.h"
#include "policycard.h"

#include <app/style/label.h>
#include <app/style/leadfocus.h>
#include <app/wording/health.h>

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace app::inspector {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::operation::CallKey;
using model::telemetry::BreakerState;
using style::label;
using wording::Health;

namespace {

Health healthOf(std::optional<BreakerState> breaker)
{
    if (!breaker.has_value())
        return Health::Neutral;
    if (*breaker == BreakerState::Closed)
        return Health::Good;
    return *breaker == BreakerState::Open ? Health::Bad : Health::Degraded;
}

} // namespace

CallPage::CallPage(const model::system::System &system,
                   const std::vector<model::packaging::Packaging> &packagings,
                   QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_back(new QPushButton)
    , m_title(label({}, "title"))
    , m_state(label({}, "heading"))
    , m_where(label({}, "small"))
    , m_calls(new QComboBox)
    , m_declared(label({}, "subtle"))
    , m_figures(new CallFigures)
    , m_own(label({}, "subtle"))
    , m_like(new QPushButton(tr("As the others")))
    , m_ofUnit(label({}, "subtle"))
{
    m_calls->setSizeAdjustPolicy(
        QComboBox::AdjustToMinimumContentsLengthWithIcon); // as wide as there is room
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(14, 8, 14, 10);
    column->setSpacing(8);
    column->addWidget(m_calls);
    column->addWidget(m_declared);
    column->addWidget(m_figures);
    column->addWidget(buildPolicies());
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus); // all in it can have the focus
    scroll->setWidget(body);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 14, 0, 0);
    whole->setSpacing(6);
    whole->addWidget(buildHead());
    whole->addWidget(scroll, 1);
    style::leadFocus(*this, *m_calls);
    m_asked.setSingleShot(true);
    m_asked.setInterval(600ms);
    connect(m_calls, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            describe();
    });
}

QWidget *CallPage::buildHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(14, 0, 14, 0);
    auto *row = new QHBoxLayout;
    row->addWidget(m_where, 1);
    m_state->setWordWrap(false);
    row->addWidget(m_state, 0, Qt::AlignTop);
    m_back->setProperty("extent", u"small"_s);
    column->addWidget(m_title);
    column->addLayout(row);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    connect(m_back, &QPushButton::clicked, this, [this] {
        const auto caller = m_line.calls.front().caller;
        Q_EMIT callerWanted({m_line.fleet, packaging().unitOf(caller)->id, caller});
    });
    return head;
}

QWidget *CallPage::buildPolicies()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->addWidget(label(tr("Policies"), "heading"), 1);
    m_like->setProperty("extent", u"small"_s);
    m_like->setToolTip(tr("Gives up what was set for this call alone"));
    head->addWidget(m_like);
    column->addLayout(head);
    column->addWidget(m_own);
    for (auto &row : policyRows()) {
        auto *card = new PolicyCard(row);
        if (card->isOfUnit() && (m_cards.empty() || !m_cards.back()->isOfUnit())) {
            column->addSpacing(4);
            column->addWidget(m_ofUnit);
        }
        m_cards.push_back(card);
        column->addWidget(card);
        connect(card, &PolicyCard::changed, this, [this, card] { ask(*card); });
    }
    connect(m_like, &QPushButton::clicked, this, &CallPage::likeTheOthers);
    return box;
}

const model::packaging::Packaging &CallPage::packaging() const
{
    return m_packagings[static_cast<size_t>(m_line.fleet)];
}

Line CallPage::chosen() const
{
    const bool isOne = m_line.calls.size() > 1 && m_calls->currentIndex() > 0;
    return isOne ? Line{m_line.fleet, {m_line.calls[static_cast<size_t>(m_calls->currentIndex() - 1)]}}
                 : m_line;
}

void CallPage::select(const Line &line)
{
    m_line = line;
    const QSignalBlocker quiet(m_calls);
    m_calls->clear();
    if (line.calls.size() > 1)
        m_calls->addItem(tr("All %1 calls").arg(line.calls.size()));
    for (const auto &call : line.calls)
        m_calls->addItem(call.callee.operation);
    m_calls->setAccessibleName(tr("Which call of %1").arg(titleOf(m_system, line)));
    m_title->setText(titleOf(m_system, line));
    m_back->setText(tr("‹ %1").arg(callersOf(m_system, line)));
    m_back->setAccessibleName(tr("Back to the caller, %1").arg(callersOf(m_system, line)));
    m_ofUnit->setText(tr("At %1, for all who call it:").arg(calleesOf(m_system, line)));
    describe();
}

void CallPage::describe()
{
    const auto &first = m_line.calls.front();
    const bool crosses = packaging().crosses(first.caller, first.callee.capability);
    m_where->setText(tr("%1 · %2").arg(packaging().title, crosses ? tr("over HTTP") : tr("in one process")));
    const auto calls = chosen().calls;
    const auto call = declared(m_system, calls.front());
    const bool isOne = calls.size() == 1;
    QString words = tr("Declared: several calls, each with policies of its own.");
    if (isOne && call.has_value())
        words = call->necessity == model::system::Necessity::Required
            ? tr("Declared: required. Without an answer the caller fails.")
            : tr("Declared: optional. Without an answer: %1.").arg(call->fallback);
    m_declared->setText(words);
    m_declared->setVisible(isOne);
    showPolicies();
}

Protection CallPage::protectionOf(const CallKey &call) const
{
    const auto *unit = packaging().unitOf(call.callee.capability);
    return {m_book.of(call), m_book.of(unit->capabilities)};
}

void CallPage::showPolicies()
{
    const auto calls = chosen().calls;
    const auto first = protectionOf(calls.front());
    const bool areAlike = std::ranges::all_of(
        calls, [&](const CallKey &call) { return protectionOf(call).call == first.call; });
    const bool areOwn = std::ranges::any_of(
        calls, [&](const CallKey &call) { return m_book.callExceptions.contains(call); });
    m_own->setText(!areAlike
                       ? tr("Declared. These calls differ; the first one's are shown, a change is for all.")
                       : areOwn ? tr("Declared for this alone, in force from the next call on.")
                                : tr("Declared, as for the other calls. In force from the next call on."));
    m_like->setVisible(areOwn);
    for (auto *card : m_cards)
        card->show(first);
}

void CallPage::show(const services::platform::FleetSnapshot &fleet)
{
    if (m_line.calls.empty())
        return;
    const auto totals = totalsOf(fleet, chosen());
    m_figures->show(totals);
    const auto health = healthOf(totals.breaker);
    m_state->setText(u"<span style='color:%1'>%2 %3</span>"_s.arg(
        m_theme.color(wording::roleOf(health)).name(), wording::mark(health), words(totals.breaker)));
    m_state->setAccessibleName(tr("%1, measured").arg(words(totals.breaker)));
    if (m_asked.isActive() && fleet.policies != m_book)
        return; // taken before what was asked for
    m_asked.stop();
    m_book = fleet.policies;
    showPolicies();
}

void CallPage::askFor(const model::operation::PolicyChange &change)
{
    m_book = model::operation::changed(m_book, change, m_system, packaging());
    m_asked.start();
    Q_EMIT policiesWanted(m_line.fleet, change);
}

void CallPage::ask(const PolicyCard &card)
{
    for (const auto &call : chosen().calls) {
        const auto before = protectionOf(call);
        auto after = before;
        card.applyTo(after);
        if (after.call != before.call)
            askFor(model::operation::CallChange{call, after.call});
        if (after.unit != before.unit)
            askFor(model::operation::UnitChange{call.callee.capability, after.unit});
    }
    showPolicies();
}

void CallPage::likeTheOthers()
{
    for (const auto &call : chosen().calls)
        askFor(model::operation::CallChange{call, m_book.calls});
    showPolicies();
}

} // namespace app::inspector
