// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "policyrows.h"

#include <QCoreApplication>

#include <cmath>

namespace app::inspector {

using namespace Qt::StringLiterals;
using namespace model::operation;

namespace {

using Milliseconds = std::chrono::milliseconds;

QString tr(const char *text)
{
    return QCoreApplication::translate("app::inspector", text);
}

template<typename Part, typename Whole>
auto &partOf(Whole &protection)
{
    if constexpr (std::is_same_v<Part, CallPolicies>)
        return protection.call;
    else
        return protection.unit;
}

// Shares are shown in percent, times in milliseconds.
template<typename Value>
int shown(Value value)
{
    if constexpr (std::is_same_v<Value, double>)
        return static_cast<int>(std::lround(100 * value));
    else if constexpr (std::is_same_v<Value, Milliseconds>)
        return static_cast<int>(value.count());
    else
        return static_cast<int>(value);
}

template<typename Value>
Value meant(int number)
{
    if constexpr (std::is_same_v<Value, double>)
        return number / 100.0;
    else
        return Value(number);
}

// What the policies are called in their struct, and the struct itself.
template<typename Part, typename Policy>
struct Maker
{
    std::optional<Policy> Part::*policy;

    template<typename Value>
    PolicyField field(PolicyField like, Value Policy::*value) const
    {
        like.read = [place = policy, value](const Protection &protection) {
            return shown((partOf<Part>(protection).*place).value_or(Policy{}).*value);
        };
        like.write = [place = policy, value](Protection &protection, int number) {
            auto &held = partOf<Part>(protection).*place;
            if (held.has_value())
                (*held).*value = meant<Value>(number);
        };
        return like;
    }

    // A number as it is, and no share of anything.
    PolicyField perSecond(PolicyField like, double Policy::*value) const
    {
        like.read = [place = policy, value](const Protection &protection) {
            return static_cast<int>(std::lround((partOf<Part>(protection).*place).value_or(Policy{}).*value));
        };
        like.write = [place = policy, value](Protection &protection, int number) {
            auto &held = partOf<Part>(protection).*place;
            if (held.has_value())
                (*held).*value = number;
        };
        return like;
    }

    PolicyRow row(PolicyRow like) const
    {
        like.isOfUnit = std::is_same_v<Part, UnitPolicies>;
        like.isOn = [place = policy](const Protection &protection) {
            return (partOf<Part>(protection).*place).has_value();
        };
        like.set = [place = policy](Protection &protection, bool on) {
            auto &held = partOf<Part>(protection).*place;
            if (!on)
                held.reset();
            else if (!held.has_value())
                held.emplace();
        };
        return like;
    }
};

template<typename Part, typename Policy>
Maker<Part, Policy> of(std::optional<Policy> Part::*policy)
{
    return {policy};
}

PolicyField number(const QString &name, int minimum, int maximum, const QString &suffix = {})
{
    return {name, minimum, maximum, suffix};
}

PolicyField choice(const QString &name, const QStringList &choices)
{
    return {name, 0, static_cast<int>(choices.size()) - 1, {}, choices};
}

PolicyField toggle(const QString &name)
{
    PolicyField field{name};
    field.isSwitch = true;
    return field;
}

const QString ms = u" ms"_s;
const QString percent = u" %"_s;

PolicyRow timeout()
{
    const auto make = of(&CallPolicies::timeout);
    auto row = make.row(
        {tr("Timeout"), tr("Nobody waits longer. The deadline travels with the call."), tr("%1 ms")});
    row.fields = {make.field(number(tr("At most, with retries"), 10, 60000, ms), &TimeoutPolicy::limit)};
    return row;
}

PolicyRow retry()
{
    const auto make = of(&CallPolicies::retry);
    auto row = make.row({tr("Retry"), tr("What failed in a way that passes is sent again."), tr("%1 tries")});
    row.fields = {
        make.field(number(tr("Tries, with the first"), 2, 10), &RetryPolicy::attempts),
        make.field(choice(tr("After"), {tr("lost connections"), tr("any failure of the callee")}),
                   &RetryPolicy::on),
        make.field(number(tr("Wait before the second"), 0, 10000, ms), &RetryPolicy::backoff),
        make.field(number(tr("Longest wait"), 0, 60000, ms), &RetryPolicy::longestBackoff),
        make.field(toggle(tr("Spread the waits by chance")), &RetryPolicy::fullJitter),
        make.field(toggle(tr("Only what is harmless twice")), &RetryPolicy::onlyIdempotent),
        make.field(toggle(tr("Within a budget")), &RetryPolicy::hasBudget),
        make.field(number(tr("Budget, of all calls"), 1, 100, percent), &RetryPolicy::budgetShare),
        make.perSecond(number(tr("Besides, per second"), 0, 100000), &RetryPolicy::budgetPerSecond),
        make.field(number(tr("Heeds \"Retry-After\" up to"), 0, 60000, ms), &RetryPolicy::longestRetryAfter),
    };
    return row;
}

PolicyRow breaker()
{
    const auto make = of(&CallPolicies::breaker);
    auto row = make.row({tr("Circuit breaker"),
                         tr("Stops calling what keeps failing, and tries again after a while."),
                         tr("at %1 % failed")});
    row.fields = {
        make.field(number(tr("Opens at failures"), 1, 100, percent), &BreakerPolicy::failureShare),
        make.field(number(tr("Of at least, calls"), 1, 1000), &BreakerPolicy::fewestCalls),
        make.field(number(tr("Within"), 1000, 60000, ms), &BreakerPolicy::window),
        make.field(number(tr("Slow is more than"), 10, 60000, ms), &BreakerPolicy::slowAfter),
        make.field(number(tr("Opens at slow ones"), 1, 100, percent), &BreakerPolicy::slowShare),
        make.field(number(tr("Stays open for"), 100, 60000, ms), &BreakerPolicy::openFor),
        make.field(number(tr("Then tries, calls"), 1, 100), &BreakerPolicy::trialCalls),
    };
    return row;
}

PolicyRow bulkhead()
{
    const auto make = of(&CallPolicies::bulkhead);
    auto row = make.row(
        {tr("Bulkhead"), tr("No callee may hold more than its share of the caller."), tr("%1 at once")});
    row.fields = {
        make.field(number(tr("Calls at once"), 1, 1000), &BulkheadPolicy::concurrent),
        make.field(number(tr("More may wait"), 0, 1000), &BulkheadPolicy::waiting),
    };
    return row;
}

PolicyRow fallback()
{
    const auto make = of(&CallPolicies::fallback);
    auto row = make.row({tr("Fallback"), tr("Stands in when the callee is not well."), {}});
    row.fields = {
        make.field(choice(tr("Answer with"), {tr("the last good answer"), tr("what the code declares")}),
                   &FallbackPolicy::kind),
        make.field(number(tr("Not older than"), 1000, 3600000, ms), &FallbackPolicy::freshFor),
    };
    return row;
}

PolicyRow shedding()
{
    const auto make = of(&UnitPolicies::shedding);
    auto row = make.row(
        {tr("Load shedding"), tr("Refuses early what could only be answered late."), tr("from %1 % full")});
    row.fields = {
        make.field(number(tr("From this share in flight"), 1, 100, percent), &SheddingPolicy::inFlightShare)};
    return row;
}

PolicyRow ejection()
{
    const auto make = of(&UnitPolicies::ejection);
    auto row = make.row({tr("Ejection"), tr("Callers leave out an instance which fails while others do not."),
                         tr("after %1 failures")});
    row.fields = {
        make.field(number(tr("Failures in a row"), 1, 100), &EjectionPolicy::consecutiveFailures),
        make.field(number(tr("Left out for"), 100, 600000, ms), &EjectionPolicy::ejectFor),
        make.field(number(tr("Of the instances, at most"), 1, 100, percent), &EjectionPolicy::mostEjected),
    };
    return row;
}

} // namespace

std::vector<PolicyRow> policyRows()
{
    return {timeout(), retry(), breaker(), bulkhead(), fallback(), shedding(), ejection()};
}

} // namespace app::inspector
