// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "world.h"

#include <model/operation/faulttext.h>

#include <QTest>

namespace toy {

using model::operation::Fault;

inline Fault fault(const QString &text)
{
    const auto read = model::operation::readFault(text, toy::system());
    if (!read)
        qFatal("%s: %s", qPrintable(text), qPrintable(read.error().front().message));
    return *read;
}

// A request under way, which nobody waits for until it is looked at.
class Asked
{
public:
    Asked(Customer &customer, CapabilityId capability, const QString &operation, const QString &id = {})
    {
        customer.scope().spawn(keep(customer, std::move(capability), operation, id));
    }
    bool isAnswered() const { return m_answer->has_value(); }
    Result<Reply> answer() const
    {
        if (!turnUntil([&] { return isAnswered(); }))
            qFatal("Nobody answers");
        return **m_answer;
    }

private:
    QCoro::Task<> keep(Customer &customer, CapabilityId capability, QString operation, QString id)
    {
        const auto answer = m_answer;
        *answer = co_await customer.send(std::move(capability), std::move(operation), std::move(id));
    }
    std::shared_ptr<std::optional<Result<Reply>>> m_answer = std::make_shared<std::optional<Result<Reply>>>();
};

// A fleet that runs, and a customer of it.
struct Play : World
{
    explicit Play(
        model::packaging::Packaging packaging, const Change &change = [](FleetPlan &) {})
        : World(std::move(packaging), change)
    {
        const auto started = awaited(fleet->start());
        if (!started)
            qFatal("%s", qPrintable(started.error().message));
        customer = std::make_unique<Customer>(*fleet);
    }
    void inject(const QString &text)
    {
        const auto done = fleet->inject(fault(text));
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
    }
    void lift(const QString &text)
    {
        const auto done = fleet->lift(fault(text));
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
    }
    Result<Reply> askBack() { return customer->ask(back, u"GET /answer/{id}"_s, u"1"_s); }
    Result<Reply> askEar() { return customer->ask(ear, u"GET /heard"_s); }
    bool hears(const QString &what)
    {
        return turnUntil([&] {
            const auto heard = askEar();
            return heard && heard->body.contains(what.toUtf8());
        });
    }
    QString unitOf(const CapabilityId &id) const { return fleet->plan().packaging.unitOf(id)->id.value; }
    InstanceStatus status(const CapabilityId &id) const { return *fleet->instance({unitOf(id) + u"-1"_s}); }
    // What has been measured so far, until the condition holds for it.
    template<typename Holds>
    bool measures(Holds holds)
    {
        return turnUntil([&] {
            for (auto &report : fleet->drainTelemetry().reports)
                reports.push_back(std::move(report));
            return holds();
        });
    }
    quint64 touched(const QString &word) const
    {
        quint64 sum = 0;
        for (const auto &report : reports)
            sum += report.telemetry.touched.value(word);
        return sum;
    }
    int inFlight(const CapabilityId &id) const
    {
        for (auto report = reports.rbegin(); report != reports.rend(); ++report) {
            if (report->unit.value == unitOf(id))
                return report->occupancy.inFlight;
        }
        return 0;
    }

    std::unique_ptr<Customer> customer;
    std::vector<services::runtime::InstanceReport> reports;
};

// The fleet's calls wait for less than usual: for tests in which they wait in vain.
inline void makeImpatient(FleetPlan &plan)
{
    plan.options.policies.calls.timeout->limit = std::chrono::milliseconds(400);
}

inline void addShapes()
{
    QTest::addColumn<model::packaging::Packaging>("packaging");
    QTest::newRow("monolith") << monolith();
    QTest::newRow("microservices") << microservices();
}

} // namespace toy

Q_DECLARE_METATYPE(model::packaging::Packaging)
