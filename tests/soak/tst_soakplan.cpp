// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "soakplan.h"

#include <model/operation/faulttable.h>
#include <model/system/systemreader.h>

#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace model::operation;
using tests::soak::SoakPlan;

class TestSoakPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_shop = model::system::SystemReader::readFile(
                     QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"))
                     .value();
    }
    void aSeedDoesTheSameAgain()
    {
        QVERIFY(planned(7, 500) == planned(7, 500));
        QVERIFY(planned(7, 500) != planned(8, 500));
    }
    void everythingThatCanBeDoneIsDone();
    void noMoreFaultsThanWantedAreInForce();

private:
    std::vector<Action> planned(quint64 seed, int steps) const
    {
        SoakPlan plan(m_shop, seed);
        std::vector<Action> all;
        for (int step = 0; step < steps; ++step)
            all.push_back(plan.next());
        return all;
    }
    model::system::System m_shop;
};

void TestSoakPlan::everythingThatCanBeDoneIsDone()
{
    std::set<FaultKind> faults;
    std::set<std::size_t> actions;
    std::set<std::size_t> switches;
    std::set<bool> autoscalers;
    for (const auto &action : planned(1, 2000)) {
        actions.insert(action.index());
        if (const auto *injection = std::get_if<Inject>(&action))
            faults.insert(injection->fault.kind);
        if (const auto *policies = std::get_if<SetPolicies>(&action))
            switches.insert(policies->change.index());
        if (const auto *autoscaling = std::get_if<Autoscale>(&action))
            autoscalers.insert(autoscaling->settings.has_value());
    }
    QCOMPARE(faults.size(), model::operation::faultTable().size());
    QCOMPARE(actions.size(), std::size_t(7)); // all but those which wait, or change the load
    QCOMPARE(switches.size(), std::size_t(3)); // of everything, of a call, of a unit
    QCOMPARE(autoscalers.size(), std::size_t(2)); // on and off
}

void TestSoakPlan::noMoreFaultsThanWantedAreInForce()
{
    std::vector<Fault> inForce;
    std::size_t most = 0;
    for (const auto &action : planned(3, 2000)) {
        if (const auto *injection = std::get_if<Inject>(&action)) {
            if (std::ranges::find(inForce, injection->fault) == inForce.end()) // twice is once
                inForce.push_back(injection->fault);
        } else if (const auto *lifting = std::get_if<Lift>(&action)) {
            QCOMPARE(std::erase(inForce, *lifting->fault), std::size_t(1));
        }
        most = std::max(most, inForce.size());
    }
    QCOMPARE(most, std::size_t(4));
}

QTEST_GUILESS_MAIN(TestSoakPlan)
#include "tst_soakplan.moc"
