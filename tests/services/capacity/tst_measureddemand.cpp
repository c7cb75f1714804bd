// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/packaging/presets.h>
#include <model/system/systemreader.h>
#include <services/capacity/measureddemand.h>

#include <QTest>

#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::capacity;

namespace {

const Instant begin = Instant(1h);
const model::system::UnitId catalogue{u"catalogue"_s};

model::system::System shop()
{
    const auto file = QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json");
    return model::system::SystemReader::readFile(file).value();
}

// Shoppers who came for these journeys within two seconds.
Trial trialOf(int browsing, int searching)
{
    Trial trial(begin, begin + 2s);
    for (int i = 0; i < browsing + searching; ++i) {
        services::load::JourneyResult result;
        result.journey = {i < browsing ? u"browse"_s : u"search"_s};
        result.intendedStart = begin + 1s;
        result.duration = 20ms;
        trial.take(result);
    }
    return trial;
}

void serve(Trial &trial, const QString &operation, quint64 requests)
{
    trial.takeServed({{u"catalogue"_s}, operation}, requests, begin + 1s);
}

Limit limitOf(const MeasuredDemand &demand)
{
    Limit limit;
    limit.bottleneck = catalogue;
    limit.work = {2.0, 2.0, 1.0}; // two workers, all the time in two of three rounds
    limit.predicted = 2 / demand.predicted(catalogue).count();
    return limit;
}

bool isNear(double actual, double expected)
{
    return std::abs(actual - expected) < 1e-9;
}

} // namespace

class TestMeasuredDemand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_demand.emplace(shop(), model::packaging::microservices(shop())); }
    void whatIsServedAsPredictedGivesThePredictedLimit();
    void callsWhichTheModelForgetsShowInTheLimit();
    void workThatTakesLongerThanDeclaredShowsInTheLimit();
    void withoutShoppersThereIsNoLimit();
    void onlyHalfOfWhatItCanTakeIsRestful();

private:
    std::optional<MeasuredDemand> m_demand;
};

// However many of them the lot made come for what.
void TestMeasuredDemand::whatIsServedAsPredictedGivesThePredictedLimit()
{
    auto trial = trialOf(30, 90);
    serve(trial, u"GET /products"_s, 30);
    serve(trial, u"GET /products/{id}"_s, 30);
    serve(trial, u"GET /products/{id}/picture"_s, 30);
    m_demand->take(trial);
    QVERIFY(m_demand->predicted(catalogue) > 0s);
    QVERIFY(isNear(m_demand->measured(catalogue) / m_demand->predicted(catalogue), 1));
    auto limit = limitOf(*m_demand);
    m_demand->settle(limit);
    QCOMPARE(limit.measured.size(), std::size_t(3));
    QVERIFY(isNear(limit.error(), 0));
    QVERIFY(limit.predictedWork == m_demand->predicted(catalogue));
}

void TestMeasuredDemand::callsWhichTheModelForgetsShowInTheLimit()
{
    auto trial = trialOf(10, 0);
    serve(trial, u"GET /products"_s, 20); // 16 ms each, and the model says once
    serve(trial, u"GET /products/{id}"_s, 10); // 12 ms
    serve(trial, u"GET /products/{id}/picture"_s, 10); // 4 ms
    m_demand->take(trial);
    m_demand->take(trialOf(0, 10)); // who bring it nothing, as predicted
    QVERIFY(isNear(m_demand->measured(catalogue) / m_demand->predicted(catalogue), 1.5));
    auto limit = limitOf(*m_demand);
    m_demand->settle(limit);
    QVERIFY(isNear(limit.error(), 0.5));
}

// Then two workers who are busy all the time get less of it done.
void TestMeasuredDemand::workThatTakesLongerThanDeclaredShowsInTheLimit()
{
    auto trial = trialOf(10, 0);
    serve(trial, u"GET /products"_s, 10);
    serve(trial, u"GET /products/{id}"_s, 10);
    serve(trial, u"GET /products/{id}/picture"_s, 10);
    m_demand->take(trial);
    auto limit = limitOf(*m_demand);
    limit.work = {1.6};
    m_demand->settle(limit);
    QVERIFY(isNear(limit.error(), 0.25));
}

void TestMeasuredDemand::withoutShoppersThereIsNoLimit()
{
    auto limit = limitOf(*m_demand);
    m_demand->settle(limit);
    QVERIFY(limit.measured.empty());
    QVERIFY(limit.measuredWork == 0s);
}

void TestMeasuredDemand::onlyHalfOfWhatItCanTakeIsRestful()
{
    QVERIFY(MeasuredDemand::isRestful(50, 100));
    QVERIFY(!MeasuredDemand::isRestful(55, 100));
    QVERIFY(MeasuredDemand::restfulLoad(100) > 0);
    QVERIFY(MeasuredDemand::restfulLoad(100) < 50);
}

QTEST_APPLESS_MAIN(TestMeasuredDemand)
#include "tst_measureddemand.moc"
