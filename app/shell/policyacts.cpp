// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "policyacts.h"

#include "actions.h"

#include <algorithm>

namespace app::shell {

using namespace Qt::StringLiterals;
using inspector::Protection;
using model::operation::CallKey;
using model::operation::PolicyBook;

namespace {

constexpr size_t mostCalls
    = 300; // in larger systems the policies of a single call are reached by its line only

// One policy of everything, also of what has policies of its own.
PolicyBook bookWith(PolicyBook book, const inspector::PolicyRow &row, bool on)
{
    const auto turned = [&](Protection protection) {
        row.set(protection, on);
        return protection;
    };
    book.calls = turned({book.calls, {}}).call;
    book.units = turned({{}, book.units}).unit;
    for (auto &own : book.callExceptions)
        own = turned({own, {}}).call;
    for (auto &own : book.unitExceptions)
        own = turned({{}, own}).unit;
    return book;
}

} // namespace

PolicyActs::PolicyActs(LiveShop &shop, Actions &registry, QObject *parent)
    : QObject(parent)
    , m_shop(shop)
    , m_registry(registry)
    , m_rows(inspector::policyRows())
    , m_books(shop.plan().packagings.size(), model::operation::usualPolicies())
{
    m_registry.addSource([this] { enterAll(); });
}

void PolicyActs::show(const services::platform::Snapshot &snapshot)
{
    for (size_t fleet = 0; fleet < std::min(m_books.size(), snapshot.fleets.size()); ++fleet)
        m_books[fleet] = snapshot.fleets[fleet].policies;
}

const model::packaging::Packaging &PolicyActs::packaging(int fleet) const
{
    return m_shop.plan().packagings[static_cast<size_t>(fleet)];
}

void PolicyActs::enterAll()
{
    if (m_acts.empty()) {
        for (int fleet = 0; fleet < static_cast<int>(m_books.size()); ++fleet)
            enterFleet(fleet);
    }
    for (const auto &act : m_acts)
        act.action->setChecked(isOn(act));
}

void PolicyActs::enterFleet(int fleet)
{
    const auto &system = m_shop.plan().system;
    Calls all;
    for (const auto &caller : system.capabilities) {
        const auto made = inspector::callsOf(caller);
        all.insert(all.end(), made.begin(), made.end());
    }
    const bool isLarge = all.size() > mostCalls;
    for (const auto &caller : system.capabilities) {
        enterLines(fleet, caller);
        if (isLarge)
            continue;
        const auto made = inspector::callsOf(caller);
        if (made.size() > 1)
            enter(fleet, false, tr("%1, all that it calls").arg(caller.title), made);
        for (const auto &call : made)
            enter(fleet, false,
                  u"%1 → %2 %3"_s.arg(caller.title, system.titleOf(call.callee.capability),
                                      call.callee.operation),
                  {call});
    }
    Calls units;
    for (const auto &unit : packaging(fleet).units) {
        Calls own;
        for (const auto &capability : unit.capabilities)
            own.push_back({{}, {capability, {}}});
        units.insert(units.end(), own.begin(), own.end());
        if (!isLarge)
            enter(fleet, true, unit.title, own);
    }
    enter(fleet, false, tr("All calls"), all, true);
    enter(fleet, true, tr("All units"), units, true);
}

void PolicyActs::enterLines(int fleet, const model::system::Capability &caller)
{
    const auto &system = m_shop.plan().system;
    for (const auto &line : inspector::linesFrom(caller, fleet)) {
        const QString words = tr("Go to the calls %1").arg(inspector::titleOf(system, line));
        auto *action = new QAction(words, this);
        m_registry.enter({u"line/%1/%2"_s.arg(packaging(fleet).id.value, words), tr("Policies"), words,
                          packaging(fleet).title, action});
        connect(action, &QAction::triggered, this, [this, line] { Q_EMIT lineWanted(line); });
    }
}

void PolicyActs::enter(int fleet, bool isOfUnit, const QString &whose, const Calls &calls, bool isForAll)
{
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].isOfUnit != isOfUnit)
            continue;
        const QString words = u"%1: %2"_s.arg(whose, m_rows[row].title);
        Act act{fleet, row, calls, isForAll, new QAction(words, this)};
        act.action->setCheckable(true);
        act.action->setToolTip(m_rows[row].plainWords);
        m_registry.enter({u"policy/%1/%2"_s.arg(packaging(fleet).id.value, words), tr("Policies"), words,
                          tr("policy · %1").arg(packaging(fleet).title), act.action});
        connect(act.action, &QAction::triggered, this, [this, act](bool on) { set(act, on); });
        m_acts.push_back(std::move(act));
    }
}

Protection PolicyActs::protectionOf(int fleet, const CallKey &call) const
{
    const auto &book = m_books[static_cast<size_t>(fleet)];
    return {book.of(call), book.of(packaging(fleet).unitOf(call.callee.capability)->capabilities)};
}

bool PolicyActs::isOn(const Act &act) const
{
    return std::ranges::all_of(
        act.calls, [&](const CallKey &call) { return m_rows[act.row].isOn(protectionOf(act.fleet, call)); });
}

void PolicyActs::set(const Act &act, bool on)
{
    const auto &row = m_rows[act.row];
    if (act.isForAll)
        return change(act.fleet, bookWith(m_books[static_cast<size_t>(act.fleet)], row, on));
    for (const auto &call : act.calls) {
        auto protection = protectionOf(act.fleet, call);
        if (row.isOn(protection) == on)
            continue;
        row.set(protection, on);
        if (row.isOfUnit)
            change(act.fleet, model::operation::UnitChange{call.callee.capability, protection.unit});
        else
            change(act.fleet, model::operation::CallChange{call, protection.call});
    }
}

void PolicyActs::change(int fleet, const model::operation::PolicyChange &change)
{
    auto &book = m_books[static_cast<size_t>(fleet)];
    // Until the shops say that it is so.
    book = model::operation::changed(book, change, m_shop.plan().system, packaging(fleet));
    m_shop.setPolicies(fleet, change);
}

} // namespace app::shell
