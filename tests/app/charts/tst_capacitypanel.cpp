// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/charts/capacitychart.h>
#include <app/charts/capacitypanel.h>
#include <app/charts/capacitywords.h>

#include <QChart>
#include <QGraphicsLineItem>
#include <QGraphicsSimpleTextItem>
#include <QGraphicsTextItem>
#include <QLabel>
#include <QLineSeries>
#include <QScatterSeries>
#include <QScrollArea>
#include <QTest>
#include <QValueAxis>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace app::charts;
using services::platform::Snapshot;

namespace {

CapacityForecast forecast()
{
    CapacityForecast forecast;
    forecast.now = {143, u"Catalogue"_s, 4, {}};
    forecast.oneMore = {168, u"Cart"_s, 2, {}};
    for (int load = 0; load <= 140; load += 10) {
        const double mean = 20 / (1 - load / 143.0);
        forecast.now.curve.push_back({double(load), Milliseconds(mean), Milliseconds(2.5 * mean)});
        forecast.oneMore.curve.push_back({double(load), Milliseconds(20 / (1 - load / 168.0)), {}});
    }
    forecast.networkHop = Milliseconds(0.312);
    forecast.localHop = Milliseconds(0.021);
    forecast.areHopsMeasured = true;
    return forecast;
}

CapacityMeasurement measurement()
{
    CapacityMeasurement measurement;
    measurement.load = 60;
    measurement.mean = {Milliseconds(41), Milliseconds(44)};
    measurement.p95 = {Milliseconds(100), Milliseconds(94)};
    measurement.seconds = 30;
    measurement.attempts = 1800;
    measurement.latest = {61, Milliseconds(43), Milliseconds(95)};
    return measurement;
}

} // namespace

// Data in, geometry and words out.
class TestCapacityPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_chart = std::make_unique<CapacityChart>(u"Load against latency"_s, app::style::Role::Monolith);
        m_chart->setTheme(app::style::Theme::light());
        m_chart->resize(600, 240);
        m_chart->QWidget::show();
    }

    void saysWhereTheLimitIs()
    {
        QCOMPARE(limitWords(forecast()), u"Catalogue: all 4 workers busy at 143/s"_s);
        QCOMPARE(oneMoreWords(forecast()), u"One more Catalogue: 143 → 168/s, then Cart is full first."_s);
        auto still = forecast();
        still.oneMore.unit = u"Catalogue"_s;
        QCOMPARE(oneMoreWords(still), u"One more Catalogue: 143 → 168/s."_s);
        still.now.workers = 2;
        QCOMPARE(limitWords(still), u"Catalogue: both workers busy at 143/s"_s);
        QVERIFY(limitWords({}).startsWith(u"No limit"_s));
        QVERIFY(oneMoreWords({}).isEmpty());
    }

    void saysWhetherHopsWereMeasured()
    {
        QCOMPARE(hopWords(forecast()),
                 u"A hop: 0.31 ms over the network, 0.02 ms within a unit, measured at the start."_s);
        auto assumed = forecast();
        assumed.areHopsMeasured = false;
        QVERIFY(hopWords(assumed).contains(u"taken to cost nothing"_s));
    }

    void setsTheMeasurementBesideThePrediction_data()
    {
        QTest::addColumn<double>("predicted");
        QTest::addColumn<double>("measured");
        QTest::addColumn<QString>("words");
        QTest::newRow("longer") << 41.0 << 44.0 << u"predicted 41 ms, measured 44 ms: +7 %"_s;
        QTest::newRow("shorter") << 100.0 << 94.0 << u"predicted 100 ms, measured 94 ms: −6 %"_s;
        QTest::newRow("the same") << 50.0 << 50.1 << u"predicted 50 ms, measured 50 ms: ±0 %"_s;
        QTest::newRow("too much") << std::numeric_limits<double>::infinity() << 900.0
                                  << u"predicted no end, measured 900 ms"_s;
    }
    void setsTheMeasurementBesideThePrediction()
    {
        QFETCH(const double, predicted);
        QFETCH(const double, measured);
        auto point = measurement();
        point.mean = {Milliseconds(predicted), Milliseconds(measured)};
        QTEST(comparison(point, &CapacityMeasurement::mean), "words");
    }

    void saysWhatSpoilsTheComparison()
    {
        auto point = measurement();
        QVERIFY(isComparable(point) && caveat(point).isEmpty());
        point.waited = Milliseconds(5);
        QVERIFY(caveat(point).contains(u"waited 5.0 ms a journey for a processor"_s));
        point.lost = 90;
        QVERIFY(!isComparable(point));
        QVERIFY(caveat(point).contains(u"90 of 1800"_s));
        QVERIFY(!comparison(point, &CapacityMeasurement::mean).contains(u'%'));
        point.lost = 0;
        point.mean.predicted = Milliseconds(std::numeric_limits<double>::infinity());
        QVERIFY(!isComparable(point));
        QVERIFY(!caveat(point).isEmpty());
    }

    void theLimitIsALineThatNamesTheBottleneck()
    {
        m_chart->show(forecast());
        const auto area = m_chart->chart()->plotArea();
        const double x = area.left() + 143 / loads()->max() * area.width();
        const auto lines = shown<QGraphicsLineItem>();
        QVERIFY(std::ranges::any_of(lines, [&](const auto *line) {
            return std::abs(line->line().x1() - x) < 0.01 && line->line().dx() == 0
                && line->line().dy() == area.height();
        }));
        const auto *words = limitItem();
        QVERIFY(words != nullptr);
        QCOMPARE(words->toPlainText().remove(QChar(0x2060)), u"Catalogue: all 4 workers busy at 143/s"_s);
        const auto place = words->sceneBoundingRect();
        QVERIFY(place.left() > x && place.right() <= area.right() + 1);
        QVERIFY(m_chart->accessibleDescription().contains(u"143/s"_s));
    }

    void drawsWhatIsPredictedAndWhatOneMoreWouldChange()
    {
        m_chart->show(forecast());
        std::vector<QLineSeries *> curves;
        for (auto *series : m_chart->chart()->series()) {
            if (auto *curve = qobject_cast<QLineSeries *>(series))
                curves.push_back(curve);
        }
        QCOMPARE(curves.size(), size_t(3));
        QSet<Qt::PenStyle> styles; // told apart by more than their colour
        for (const auto *curve : curves) {
            QCOMPARE(curve->points().size(), qsizetype(15));
            styles.insert(curve->pen().style());
        }
        QCOMPARE(styles.size(), 3);
        QVERIFY(loads()->max() > 168);
        m_chart->forget();
        for (const auto *curve : curves)
            QVERIFY(curve->points().isEmpty());
        QVERIFY(limitItem() == nullptr);
    }

    void theNewestPointHasItsError()
    {
        m_chart->show(forecast());
        QVERIFY(!texts().contains(u"+7 %"_s));
        m_chart->add(measurement());
        QVERIFY(texts().contains(u"+7 %"_s));
        QVERIFY(drawn().contains(QPointF(60, 44)) && drawn().contains(QPointF(60, 94)));
        auto lossy = measurement();
        lossy.lost = 200;
        m_chart->add(lossy);
        QVERIFY(!texts().contains(u"+7 %"_s)); // its times are of the rest only
        const auto ground = app::style::Theme::light().color(app::style::Role::Window);
        const auto series = m_chart->chart()->series();
        QCOMPARE(std::ranges::count_if(series,
                                       [&](auto *each) { // and it is drawn otherwise
                                           const auto *points = qobject_cast<QScatterSeries *>(each);
                                           return points != nullptr && points->color() == ground;
                                       }),
                 2);
    }

    void keepsEarlierPointsUntilTheConfigurationChanges()
    {
        m_chart->show(forecast());
        for (int load = 20; load <= 60; load += 10) {
            auto point = measurement();
            point.latest.load = load;
            m_chart->add(point);
        }
        QCOMPARE(drawn().size(), qsizetype(2 * 5 + 2));
        m_chart->forget();
        QVERIFY(drawn().isEmpty());
    }

    void pointsAboveAreOnTheEdge()
    {
        m_chart->show(forecast());
        auto point = measurement();
        point.mean.measured = Milliseconds(100'000);
        point.latest.mean = Milliseconds(100'000);
        m_chart->add(point);
        const auto *times = qobject_cast<QValueAxis *>(m_chart->chart()->axes(Qt::Vertical).front());
        QVERIFY(times->max() < 5000); // the curve can still be seen
        QVERIFY(drawn().contains(QPointF(60, times->max())));
    }

    void theLoadOfNowIsSeen()
    {
        m_chart->show(forecast());
        m_chart->setLoad(300);
        QVERIFY(loads()->max() > 300);
        QVERIFY(texts().contains(u"now 300/s"_s));
        const auto items = shown<QGraphicsSimpleTextItem>();
        const auto now = std::ranges::find(items, u"now 300/s"_s, &QGraphicsSimpleTextItem::text);
        QVERIFY(!(*now)->sceneBoundingRect().intersects(limitItem()->sceneBoundingRect()));
    }

    void theWordsSayWhatIsGoingOn()
    {
        CapacityPanel panel({u"Monolith"_s, u"Microservices"_s});
        panel.QWidget::show();
        QVERIFY(words(panel, 0).contains(u"Measuring what a hop costs"_s));
        panel.expect(0, forecast());
        panel.show(snapshotWith({}));
        QVERIFY(words(panel, 0).contains(u"Predicted limit: Catalogue: all 4 workers busy at 143/s."_s));
        QVERIFY(words(panel, 0).contains(u"the load must rest"_s));
        panel.add(0, measurement());
        QVERIFY(words(panel, 0).contains(u"Monolith at 60/s, over 30 s"_s));
        QVERIFY(words(panel, 0).contains(u"Mean: predicted 41 ms, measured 44 ms: +7 %"_s));
        QVERIFY(words(panel, 0).contains(u"p95: predicted 100 ms, measured 94 ms: −6 %"_s));
        QVERIFY(!words(panel, 1).contains(u"measured 44 ms"_s));
        panel.show(snapshotWith({model::operation::Fault()}));
        QVERIFY(words(panel, 0).contains(u"Not measured while something is broken"_s));
        panel.expect(0, {}); // an instance more
        QVERIFY(!words(panel, 0).contains(u"measured 44 ms"_s));
    }

    void theWordsAreReachedByKeyboardAndHaveANameEach()
    {
        CapacityPanel panel({u"Monolith"_s, u"Microservices"_s});
        panel.QWidget::show();
        const auto areas = panel.findChildren<QScrollArea *>();
        QCOMPARE(areas.size(), qsizetype(2));
        for (auto *area : areas) {
            QVERIFY((area->focusPolicy() & Qt::TabFocus) != 0);
            QVERIFY(area->accessibleName().contains(u"capacity"_s));
        }
        for (auto *chart : panel.findChildren<CapacityChart *>())
            QVERIFY(chart->accessibleName().contains(u"load against latency"_s));
        panel.setFleetVisible(0, false);
        QCOMPARE(std::ranges::count_if(areas, &QWidget::isVisible), 1);
    }

private:
    static Snapshot snapshotWith(const std::vector<model::operation::Fault> &faults)
    {
        Snapshot snapshot;
        snapshot.shoppersPerSecond = 60;
        snapshot.fleets.resize(2);
        snapshot.fleets[0].faults = faults;
        return snapshot;
    }
    static QString words(const CapacityPanel &panel, int fleet)
    {
        QStringList words;
        for (const auto *label : panel.findChildren<QScrollArea *>()[fleet]->findChildren<QLabel *>()) {
            if (label->isVisible())
                words << label->text();
        }
        return words.join(u'\n');
    }
    template<typename Item>
    std::vector<Item *> shown() const
    {
        std::vector<Item *> found;
        for (auto *item : m_chart->scene()->items()) {
            auto *wanted = qgraphicsitem_cast<Item *>(item);
            const bool isOurs = wanted != nullptr && wanted->parentItem() == m_chart->chart();
            if (isOurs && wanted->isVisible())
                found.push_back(wanted);
        }
        return found;
    }
    const QGraphicsTextItem *limitItem() const // others are the axes' titles
    {
        const auto items = shown<QGraphicsTextItem>();
        const auto found = std::ranges::find_if(
            items, [](const auto *item) { return item->toPlainText().contains(u"busy"_s); });
        return found == items.end() ? nullptr : *found;
    }
    QStringList texts() const
    {
        QStringList texts;
        for (const auto *item : shown<QGraphicsSimpleTextItem>())
            texts << item->text();
        return texts;
    }
    QList<QPointF> drawn() const
    {
        QList<QPointF> points;
        for (auto *series : m_chart->chart()->series()) {
            if (auto *scatter = qobject_cast<QScatterSeries *>(series))
                points += scatter->points();
        }
        return points;
    }
    QValueAxis *loads() const
    {
        return qobject_cast<QValueAxis *>(m_chart->chart()->axes(Qt::Horizontal).front());
    }

    std::unique_ptr<CapacityChart> m_chart;
};

QTEST_MAIN(TestCapacityPanel)
#include "tst_capacitypanel.moc"
