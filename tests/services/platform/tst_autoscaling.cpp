// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/analysis/cost.h>
#include <model/packaging/presets.h>
#include <services/platform/components.h>
#include <services/platform/platform.h>

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::platform;
using model::operation::Autoscaling;
using model::result::Kind;

namespace {

template<typename T>
model::result::Result<T> done(QFuture<model::result::Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000) || future.resultCount() == 0)
        return model::result::failure(Kind::TimedOut, u"The command has not been obeyed"_s);
    return future.result();
}

const Place catalogue{{u"microservices"_s}, {u"catalogue"_s}, {}};

} // namespace

// The shop as microservices, with its work as declared; the autoscaler sees what is measured.
class TestAutoscaling : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneUnitFollowsItsLoadAndNobodyIsDropped();

private:
    void take(const Snapshot &snapshot);

    QMap<QString, int> m_instances; // by unit, at the last look
    QStringList m_words;
    CostSnapshot m_cost;
    int m_served = 0;
    QStringList m_failures;
};

void TestAutoscaling::take(const Snapshot &snapshot)
{
    const auto &fleet = snapshot.fleets.front();
    m_instances.clear();
    for (const auto &instance : fleet.instances) {
        if (instance.status.state == services::runtime::InstanceState::Healthy)
            ++m_instances[instance.status.unit.value];
    }
    for (const auto &event : snapshot.events)
        m_words << event.words;
    for (const auto &result : fleet.results) {
        ++m_served;
        if (!result.pending && !result.succeeded())
            m_failures << result.message;
    }
    m_cost = fleet.cost;
}

void TestAutoscaling::oneUnitFollowsItsLoadAndNobodyIsDropped()
{
    const QTemporaryDir folder;
    PlatformOptions options;
    options.system = tests::support::Shop().system;
    options.packagings = {model::packaging::microservices(options.system)};
    options.dataFolder = folder.path();
    options.population.loggedInAtStart = 20;
    options.shoppersPerSecond = 30; // keep a quarter of the catalogue's workers busy
    options.fleets.bootTimeScale = 0;
    options.fleets.healthTimeout = 5s; // a busy machine is no fault
    const auto declared = model::analysis::costOf(options.system, options.packagings.front());
    const auto oneMore
        = model::analysis::costOf(options.system, *options.packagings.front().unit(catalogue.unit));

    Platform platform(options, componentsOf(options.system).value());
    connect(&platform, &Platform::snapshotTaken, this, &TestAutoscaling::take);
    QVERIFY(done(platform.start()).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(m_served > 0, 30'000);
    QCOMPARE(m_cost.instances, declared.instances);
    QCOMPARE(m_cost.memoryMegabytes, declared.memoryMegabytes);
    QVERIFY(m_cost.cpu.count() > 0);

    Autoscaling settings;
    settings.target = 0.1;
    settings.most = 2;
    settings.scaleDownAfter = 1s;
    QVERIFY(done(platform.setAutoscaling(catalogue, settings)).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_instances.value(u"catalogue"_s), 2, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_cost.memoryMegabytes, declared.memoryMegabytes + oneMore.memoryMegabytes,
                              30'000);
    QVERIFY(!m_words.filter(u"autoscaler: catalogue 1 -> 2, "_s).isEmpty());

    settings.target = 1; // far less than that is busy
    QVERIFY(done(platform.setAutoscaling(catalogue, settings)).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_instances.value(u"catalogue"_s), 1, 30'000);
    const int before = m_served;
    QTRY_VERIFY_WITH_TIMEOUT(m_served > before + 30, 30'000);
    QVERIFY(!m_words.filter(u"autoscaler: catalogue 2 -> 1, "_s).isEmpty());
    QVERIFY(m_words.filter(u"autoscaler"_s)
                .filter(QRegularExpression(u"^autoscaler: (?!catalogue)"_s))
                .isEmpty());
    QCOMPARE(m_failures, QStringList());

    QVERIFY(done(platform.setAutoscaling(catalogue, std::nullopt)).has_value());
    const Place nowhere{{u"microservices"_s}, {u"catalog"_s}, {}};
    QCOMPARE(done(platform.setAutoscaling(nowhere, settings)).error().kind, Kind::NotFound);
    QVERIFY(done(platform.stop()).has_value());
}

QTEST_GUILESS_MAIN(TestAutoscaling)
#include "tst_autoscaling.moc"
