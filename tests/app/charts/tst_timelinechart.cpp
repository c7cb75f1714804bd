// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/charts/timelinepanel.h>
#include <app/charts/timelinesvg.h>
#include <model/operation/faulttext.h>

#include <QAction>
#include <QChart>
#include <QCheckBox>
#include <QComboBox>
#include <QGraphicsLineItem>
#include <QGraphicsSimpleTextItem>
#include <QLineSeries>
#include <QMenu>
#include <QPen>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QXmlStreamReader>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::charts;
using namespace std::chrono_literals;
using app::style::Role;
using services::platform::DecisionEvent;
using services::platform::FaultEvent;
using services::platform::InstanceEvent;
using services::platform::PolicyEvent;
using services::platform::ScalingEvent;
using services::platform::Snapshot;
using services::runtime::InstanceState;

class TestTimelineChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_chart = std::make_unique<TimelineChart>(
            u"Rate"_s, std::vector<TimelineChart::Line>{{u"A"_s, {}}, {u"B"_s, {}}});
        m_chart->resize(600, 200);
        m_chart->show();
    }

    void aGapIsAGap()
    {
        m_chart->append(1s, {10, 20});
        m_chart->append(2s, {11, {}});
        m_chart->append(3s, {12, 22});
        QCOMPARE(pieces(), 3); // one of A, two of B
        QVERIFY(m_chart->accessibleDescription().contains(u"A 12.0"_s));
        m_chart->append(4s, {13, {}});
        QVERIFY(m_chart->accessibleDescription().contains(u"B not measured"_s));
    }

    void forgetsWhatIsOlderThanTwoMinutes()
    {
        m_chart->append(1s, {10, 20});
        m_chart->mark({1s, u"crashed"_s});
        m_chart->append(2s, {{}, {}});
        QCOMPARE(pieces(), 2);
        m_chart->append(200s, {1, 1});
        QCOMPARE(pieces(), 2); // new ones
        QCOMPARE(shownTexts(), QStringList());
    }

    void wordsAreNeitherCrossedNorOverlapped()
    {
        m_chart->append(100s, {1, 1});
        for (int moment = 1; moment < 100; moment += 7)
            m_chart->mark({std::chrono::seconds(moment), u"unit-%1: out of order"_s.arg(moment)});
        m_chart->placeMarks();
        m_chart->grab();
        const auto words = shown<QGraphicsSimpleTextItem>();
        QVERIFY(words.size() > 5);
        for (const auto *one : words) {
            for (const auto *other : words) {
                if (one != other)
                    QVERIFY(!one->sceneBoundingRect().intersects(other->sceneBoundingRect()));
            }
            for (const auto *line : shown<QGraphicsLineItem>())
                QVERIFY(one->zValue() > line->zValue()); // its ground hides what would cross it
            QVERIFY(m_chart->chart()->plotArea().contains(one->sceneBoundingRect()));
        }
        const auto lines = shown<QGraphicsLineItem>();
        const auto isMark = [](const auto *line) { return line->pen().style() == Qt::DashLine; };
        QCOMPARE(std::ranges::count_if(lines, isMark), 15); // each moment, with words or without
    }

    void noDashesShowBehindWords()
    {
        const auto theme = app::style::Theme::dark();
        m_chart->setTheme(theme);
        m_chart->append(100s, {1, 1});
        m_chart->mark({50s, u"a story of some length"_s});
        m_chart->mark({55s, {}, app::style::Role::Bad});
        m_chart->placeMarks();
        const QImage picture = m_chart->grab().toImage();
        const auto words = shown<QGraphicsSimpleTextItem>().at(0)->sceneBoundingRect().toAlignedRect();
        const auto ofTheLine = [&](int x, int y) {
            return picture.pixelColor(x, y).red() > 200 && picture.pixelColor(x, y).green() < 150;
        };
        int below = 0;
        for (int x = words.left(); x <= words.right(); ++x) {
            for (int y = words.top(); y < picture.height(); ++y) {
                below += y > words.bottom() && ofTheLine(x, y);
                QVERIFY(y > words.bottom() || !ofTheLine(x, y));
            }
        }
        QVERIFY(below > 10); // the line goes on below
    }

    void newerWordsHideOlderOnesWhenThereIsNoRoom()
    {
        m_chart->resize(300, 60);
        m_chart->append(100s, {1, 1});
        for (int moment = 80; moment <= 100; moment += 4)
            m_chart->mark(
                {std::chrono::seconds(moment), u"a long story about the instance %1"_s.arg(moment)});
        m_chart->placeMarks();
        QVERIFY(shownTexts().contains(u"a long story about the instance 100"_s));
        QVERIFY(!shownTexts().contains(u"a long story about the instance 80"_s));
    }

    void countsWhatHappenedToSeveralAtOnce()
    {
        const auto crash = [](std::chrono::milliseconds at, const QString &whom, const QString &deed) {
            return TimelineChart::Event{at, whom + u": "_s + deed, app::style::Role::Bad, 0, deed};
        };
        m_chart->append(100s, {1, 1});
        m_chart->mark(crash(99'000ms, u"shop-1"_s, u"crashed"_s));
        m_chart->mark(crash(99'100ms, u"cart-1"_s, u"crashed"_s));
        m_chart->mark(crash(98'900ms, u"cart-2"_s, u"crashed"_s)); // told late
        m_chart->mark(crash(99'000ms, u"orders-1"_s, u"unresponsive"_s));
        m_chart->placeMarks();
        QCOMPARE(shownTexts(), (QStringList{u"3 × crashed"_s, u"orders-1: unresponsive"_s}));
        m_chart->mark(crash(60'000ms, u"shop-1"_s, u"crashed"_s));
        m_chart->placeMarks();
        QCOMPARE(shownTexts(),
                 (QStringList{u"3 × crashed"_s, u"orders-1: unresponsive"_s, u"shop-1: crashed"_s}));
    }

    void marksCrashesAndRecoveriesOfBothFleets()
    {
        TimelinePanel panel(m_shop.system, m_shop.shapes());
        panel.resize(900, 200);
        panel.QWidget::show();
        Snapshot snapshot;
        snapshot.at = services::platform::Instant(100s);
        snapshot.fleets.resize(2);
        snapshot.fleets[0].fleet = {u"monolith"_s};
        snapshot.fleets[1].fleet = {u"microservices"_s};
        panel.show(snapshot);
        snapshot.at += 2s;
        snapshot.events = {};
        for (const auto state : {InstanceState::Crashed, InstanceState::Starting, InstanceState::Healthy})
            snapshot.events.push_back(
                {snapshot.at, {u"monolith"_s}, {}, InstanceEvent{{u"shop-1"_s}, state}});
        panel.show(snapshot);
        QStringList texts;
        for (auto *chart : panel.findChildren<TimelineChart *>())
            texts += textsOf(*chart);
        QVERIFY(texts.contains(u"Shop 1: crashed"_s));
        QVERIFY(!texts.join(u' ').contains(u"starting"_s));
        QVERIFY(!texts.join(u' ').contains(u"healthy"_s)); // a line says it
        panel.setFleetVisible(0, false);
        for (auto *chart : panel.findChildren<TimelineChart *>())
            QCOMPARE(textsOf(*chart), QStringList()); // it goes with its fleet
    }

    void marksScaling()
    {
        TimelinePanel panel(m_shop.system, m_shop.shapes());
        panel.resize(2000, 200);
        panel.QWidget::show();
        Snapshot snapshot;
        snapshot.at = services::platform::Instant(100s);
        snapshot.fleets.resize(2);
        snapshot.fleets[0].fleet = {u"monolith"_s};
        snapshot.fleets[1].fleet = {u"microservices"_s};
        snapshot.events = {{snapshot.at, {u"microservices"_s}, {}, ScalingEvent{{u"cart"_s}, 2}}};
        panel.show(snapshot);
        QCOMPARE(textsOf(*panel.findChildren<TimelineChart *>()[2]), QStringList{u"Cart: 2 instances"_s});
        snapshot.at += 60s;
        snapshot.events = {{snapshot.at,
                            {u"microservices"_s},
                            {},
                            ScalingEvent{{u"cart"_s}, 2, 0, u"No local port is left"_s}}};
        panel.show(snapshot);
        QVERIFY(textsOf(*panel.findChildren<TimelineChart *>()[2])
                    .contains(u"Cart, autoscaler: No local port is left"_s));
    }

    void showsHowManyInstancesRunAndWhatAnAutoscalerDoes()
    {
        TimelinePanel panel(m_shop.system, m_shop.shapes());
        panel.resize(1200, 200);
        panel.QWidget::show();
        auto *chart = panel.findChildren<TimelineChart *>()[2];
        QVERIFY(chart->accessibleName().contains(u"Instances"_s));
        Snapshot snapshot;
        snapshot.at = services::platform::Instant(100s);
        snapshot.fleets.resize(2);
        snapshot.fleets[1].fleet = {u"microservices"_s};
        for (const int instances : {11, 11, 13}) {
            snapshot.fleets[0].cost.instances = 1;
            snapshot.fleets[1].cost.instances = instances;
            snapshot.events.clear();
            if (instances > 11)
                snapshot.events
                    = {{snapshot.at, {u"microservices"_s}, {}, ScalingEvent{{u"catalogue"_s}, 3, 0.92}}};
            panel.show(snapshot);
            snapshot.at += 1s;
        }
        QCOMPARE(textsOf(*chart), QStringList{u"Catalogue: 3 instances, 92 % busy"_s});
        QVERIFY(chart->accessibleDescription().contains(u"Microservices 13"_s));
        const auto series = chart->chart()->series();
        const auto points = qobject_cast<QLineSeries *>(series.back())->points();
        QCOMPARE(points, (QList<QPointF>{{0, 11}, {1, 11}, {2, 11}, {2, 13}})); // a step, no slope
    }

    void saysFaultsInPlainWords()
    {
        TimelinePanel panel(m_shop.system, m_shop.shapes());
        panel.resize(900, 200);
        panel.QWidget::show();
        Snapshot snapshot;
        snapshot.at = services::platform::Instant(100s);
        snapshot.fleets.resize(2);
        snapshot.fleets[1].fleet = {u"microservices"_s};
        const auto tell = [&](const QString &fault, bool isLifted) {
            snapshot.at += 20s;
            const auto read = model::operation::readFault(fault);
            QVERIFY(read.has_value());
            snapshot.events = {{snapshot.at, {u"microservices"_s}, u"done"_s, FaultEvent{*read, isLifted}}};
            panel.show(snapshot);
        };
        panel.show(snapshot);
        auto *chart = panel.findChild<TimelineChart *>();
        tell(u"hang:payments@microservices"_s, false);
        QCOMPARE(textsOf(*chart), QStringList{u"Payments hangs"_s});
        tell(u"hang:payments@microservices"_s, true);
        QCOMPARE(textsOf(*chart), (QStringList{u"Over: Payments hangs"_s, u"Payments hangs"_s}));
        const auto lines = shownIn<QGraphicsLineItem>(*chart).size();
        tell(u"crash:cart@microservices"_s, false);
        QCOMPARE(shownIn<QGraphicsLineItem>(*chart).size(), lines);
        QCOMPARE(textsOf(*chart).size(), 2); // the instance says that it has crashed
        tell(u"crash-loop:cart"_s, true); // of which this window has not seen the beginning
        QVERIFY(textsOf(*chart).filter(u"Over: Cart "_s).size() == 1);
        snapshot.at += 1s;
        snapshot.events = {{snapshot.at, {u"microservices"_s}, u"outbox switched off"_s}};
        panel.show(snapshot);
        QVERIFY(textsOf(*chart).contains(u"outbox switched off"_s));
    }

    // What takes one module of the monolith, and what takes all of it, as the cards and previews say it.
    void namesWhomThePictureShows()
    {
        TimelinePanel panel(m_shop.system, m_shop.shapes());
        panel.resize(2400, 200);
        panel.QWidget::show();
        Snapshot snapshot;
        snapshot.at = services::platform::Instant(100s);
        snapshot.fleets.resize(2);
        snapshot.fleets[0].fleet = {u"monolith"_s};
        const auto tell = [&](const services::platform::PlatformEvent::What &what) {
            snapshot.at += 40s;
            snapshot.events = {{snapshot.at, {u"monolith"_s}, u"in ids"_s, what}};
            panel.show(snapshot);
        };
        tell(FaultEvent{model::operation::readFault(u"freeze:accounts"_s).value()});
        tell(FaultEvent{model::operation::readFault(u"cut-off:orders>payments"_s).value()});
        const model::operation::CallKey call{{u"orders"_s}, {{u"payments"_s}, u"POST /charges"_s}};
        tell(PolicyEvent{model::operation::CallChange{call, {}}});
        QCOMPARE(textsOf(*panel.findChild<TimelineChart *>()),
                 (QStringList{u"Orders in Shop is cut off from Payments in Shop"_s, u"Shop stands still"_s,
                              u"no policies for Orders -> Payments POST /charges"_s}));
    }

    void marksWhatPoliciesDecideInShortWords()
    {
        using model::telemetry::DecisionKind;
        TimelinePanel panel(m_shop.system, m_shop.shapes());
        panel.resize(1600, 200);
        panel.QWidget::show();
        Snapshot snapshot;
        snapshot.at = services::platform::Instant(100s);
        snapshot.fleets.resize(2);
        snapshot.fleets[1].fleet = {u"microservices"_s};
        DecisionEvent event{{u"orders-1"_s}, {}};
        event.decision.link = {{u"orders"_s}, {{u"payments"_s}, u"POST /charges"_s}};
        event.decision.kind = DecisionKind::BreakerOpened;
        event.decision.brief = u"breaker opened: 12 of 20 failed"_s;
        snapshot.events = {{snapshot.at, {u"microservices"_s}, {}, event}};
        panel.show(snapshot);
        auto *chart = panel.findChild<TimelineChart *>();
        const QString words = u"Orders → Payments: breaker opened: 12 of 20 failed"_s;
        QCOMPARE(textsOf(*chart), QStringList{words});
        panel.resize(800, 200);
        QTRY_VERIFY(textsOf(*chart).value(0).endsWith(u'…')); // no room for all of it
        panel.resize(1600, 200);
        QTRY_COMPARE(textsOf(*chart), QStringList{words});
        snapshot.at += 1s;
        event.decision.kind = DecisionKind::BreakerHalfOpened; // comes again and again
        snapshot.events = {{snapshot.at, {u"microservices"_s}, {}, event}};
        panel.show(snapshot);
        QCOMPARE(textsOf(*chart), QStringList{words});
        snapshot.at += 60s;
        event.decision.kind = DecisionKind::CallTimedOut;
        event.decision.brief = u"timeout"_s;
        event.decision.times = 12;
        snapshot.events = {{snapshot.at, {u"microservices"_s}, {}, event}};
        panel.show(snapshot);
        QVERIFY(textsOf(*chart).contains(u"Orders → Payments: timeout (12 times)"_s));
        snapshot.at += 40s;
        event.decision = {{}, DecisionKind::SheddingBegan, {}, {}, u"sheds load"_s};
        snapshot.events = {{snapshot.at, {u"microservices"_s}, {}, event}};
        panel.show(snapshot);
        QVERIFY(textsOf(*chart).contains(u"Orders 1: sheds load"_s)); // about no call
    }

    void eachChartShowsWhatAPersonChooses()
    {
        TimelinePanel panel(m_shop.system, m_shop.shapes());
        panel.setTheme(app::style::Theme::dark());
        panel.resize(1200, 240);
        panel.QWidget::show();
        run(panel);
        auto *chart = panel.findChildren<TimelineChart *>()[1];
        QVERIFY(chart->accessibleName().startsWith(u"p95"_s));
        auto *box = panel.findChildren<QComboBox *>()[1];
        QTest::keyClick(box, Qt::Key_Down);
        QVERIFY(chart->accessibleName().startsWith(u"p99"_s));
        QVERIFY2(chart->accessibleDescription().contains(u"Microservices 99.0"_s), // of what was before, too
                 qPrintable(chart->accessibleDescription()));
        QTest::keyClick(box, Qt::Key_Down);
        QVERIFY(chart->accessibleDescription().contains(u"Microservices 7"_s)); // under way
        QTest::keyClick(box, Qt::Key_Home);
        QVERIFY(chart->accessibleName().startsWith(u"Successful"_s));
    }

    void aSwitchShowsTheNaiveLatencyBeside()
    {
        TimelinePanel panel(m_shop.system, m_shop.shapes());
        panel.resize(1200, 240);
        panel.QWidget::show();
        run(panel);
        auto *chart = panel.findChildren<TimelineChart *>()[1];
        QCOMPARE(chart->lines(), 2);
        auto *naive = panel.findChild<QCheckBox *>();
        naive->setFocus();
        QTest::keyClick(naive, Qt::Key_Space);
        QCOMPARE(chart->lines(), 4);
        QVERIFY2(chart->accessibleDescription().contains(u"Microservices, naive 20.0"_s),
                 qPrintable(chart->accessibleDescription()));
        QCOMPARE(panel.findChildren<TimelineChart *>()[0]->lines(), 2); // no latency
    }

    void goesBackToAMoment()
    {
        TimelinePanel panel(m_shop.system, m_shop.shapes());
        panel.resize(1200, 240);
        panel.QWidget::show();
        run(panel);
        QSignalSpy chosen(&panel, &TimelinePanel::momentChosen);
        using Moment = std::optional<services::platform::Instant>;
        auto *slider = panel.findChild<QSlider *>();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Left);
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(chosen.size(), 2);
        QVERIFY(chosen.back().front().value<Moment>() == services::platform::Instant(107s));
        auto *now = button(panel, u"Now"_s);
        QVERIFY(now->isEnabled());
        QTest::mouseClick(now, Qt::LeftButton);
        QVERIFY(!chosen.back().front().value<Moment>().has_value());
        auto *chart = panel.findChildren<TimelineChart *>()[0];
        const auto area = chart->chart()->plotArea();
        const QPoint nearTheEnd(static_cast<int>(area.right() - area.width() * 5 / 120), chart->height() / 2);
        QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, nearTheEnd);
        const auto moment = chosen.back().front().value<Moment>();
        QVERIFY(moment.has_value() && *moment >= services::platform::Instant(103s)
                && *moment <= services::platform::Instant(105s));
    }

    void isTakenAlongAsATable()
    {
        TimelinePanel panel(m_shop.system, m_shop.shapes());
        run(panel);
        const auto lines = panel.history().toCsv({u"Monolith"_s, u"The \"new\" one"_s}).split('\n');
        QCOMPARE(lines.size(), 12); // the heads, ten points and an end
        QVERIFY(lines[0].startsWith("\"secondsSinceStart\",\"Monolith successfulPerSecond\""));
        QVERIFY(lines[0].contains("\"The \"\"new\"\" one p99Ms naive\""));
        const auto cells = lines[1].trimmed().split(',');
        QCOMPARE(cells.size(), 1 + 2 * 12);
        QCOMPARE(cells[0], QByteArray("0.0"));
        QCOMPARE(cells[1], QByteArray("0.000"));
        QCOMPARE(cells[2], QByteArray()); // nobody came to the monolith
        QCOMPARE(cells[13], QByteArray("40.000"));
    }

    void isTakenAlongAsADrawing()
    {
        TimelinePanel panel(m_shop.system, m_shop.shapes());
        run(panel);
        const auto deed = deedOf({services::platform::Instant(103s),
                                  {u"microservices"_s},
                                  {},
                                  InstanceEvent{{u"cart-1"_s}, InstanceState::Crashed}},
                                 3s, {m_shop.system, m_shop.microservices, 1});
        QVERIFY(deed.has_value());
        const auto svg
            = drawTimeline({{u"Monolith"_s, u"Microservices"_s}, {Figure::Throughput, Figure::P99}, {*deed}},
                           panel.history(), app::style::Theme::light());
        QXmlStreamReader reader(svg);
        QStringList texts;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"text"_s)
                texts << reader.readElementText();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(texts.contains(u"Cart 1: crashed"_s));
        QVERIFY(!texts.filter(u"p99 of journeys"_s).isEmpty());
        QCOMPARE(texts.count(u"120 s ago"_s), 2); // below each chart
        QVERIFY(texts.contains(u"Monolith"_s));
        const auto drawnWith = [&panel](const std::vector<bool> &areShown) {
            return drawTimeline({{u"Monolith"_s, u"Microservices"_s}, {Figure::Throughput}, {}, areShown},
                                panel.history(), app::style::Theme::light());
        };
        QVERIFY(!drawnWith({false, true}).contains("Monolith"));
        QVERIFY(drawnWith({false, true}).contains(">50<")); // the axis, for 40 a second
        QVERIFY(drawnWith({true, false}).contains(">1<")); // nobody came to the monolith
    }

    void isTakenAlongAsAPicture()
    {
        TimelinePanel panel(m_shop.system, m_shop.shapes());
        const auto theme = app::style::Theme::light();
        panel.setTheme(theme);
        run(panel);
        panel.QWidget::show();
        panel.resize(1200, 160);
        const auto picture = pictureOf(panel);
        QCOMPARE(picture.width(), 2 * 960); // sharp
        QVERIFY(pixelsOf(picture, theme.color(Role::Monolith)) > 50); // in the legend: nobody came
        QVERIFY(pixelsOf(picture, theme.color(Role::Microservices)) > 300);
        QVERIFY2(pixelsOf(picture, theme.color(Role::Text)) > 100, "titles");
        QVERIFY2(pixelsOf(picture, theme.color(Role::SubtleText)) > 100, "figures and times at the axes");
        panel.resize(700, 160);
        QCOMPARE(pictureOf(panel).size(), picture.size()); // whatever room it has
        panel.setFleetVisible(0, false);
        QCOMPARE(pixelsOf(pictureOf(panel), theme.color(Role::Monolith)), 0);
        QVERIFY(panel.findChildren<TimelineChart *>().size() == 3); // and none is left behind
    }

    void isTakenAlongInEachKind_data()
    {
        QTest::addColumn<QString>("act");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("table") << u"Table (CSV)"_s << u"csv"_s << QByteArray("\"secondsSinceStart\"");
        QTest::newRow("picture") << u"Picture (PNG)"_s << u"png"_s << QByteArray("\x89PNG");
        QTest::newRow("drawing") << u"Drawing (SVG)"_s << u"svg"_s << QByteArray("<?xml");
    }
    void isTakenAlongInEachKind()
    {
        QFETCH(const QString, act);
        TimelinePanel panel(m_shop.system, m_shop.shapes());
        run(panel);
        QString ending;
        QByteArray bytes;
        connect(&panel, &TimelinePanel::exportWanted, this,
                [&](const QString &of, const std::function<QByteArray()> &content) {
                    ending = of;
                    bytes = content();
                });
        exportAct(panel, act)->trigger();
        QTEST(ending, "ending");
        QFETCH(const QByteArray, begin);
        QVERIFY(bytes.startsWith(begin));
    }

    void fleetsAreToldApartByMoreThanColour()
    {
        const TimelineChart::Line solid{u"A"_s, app::style::Role::Monolith, Qt::SolidLine};
        const TimelineChart::Line dashed{u"B"_s, app::style::Role::Microservices, Qt::DashLine};
        const auto theme = app::style::Theme::light();
        QVERIFY(TimelineChart::penOf(solid, theme).dashPattern().isEmpty());
        QVERIFY(!TimelineChart::penOf(dashed, theme).dashPattern().isEmpty());
    }

private:
    // Ten seconds, in which only the microservices have customers.
    static void run(TimelinePanel &panel)
    {
        Snapshot snapshot;
        snapshot.fleets.resize(2);
        snapshot.fleets[0].fleet = {u"monolith"_s};
        auto &fleet = snapshot.fleets[1];
        fleet.fleet = {u"microservices"_s};
        fleet.attempts = {50, 10, 20ms, 95ms, 99ms};
        fleet.naive = {25, 0, 15ms, 20ms, 30ms};
        fleet.underWay = 7;
        for (int second = 0; second < 10; ++second) {
            snapshot.at = services::platform::Instant(100s + std::chrono::seconds(second));
            panel.show(snapshot);
        }
    }
    static QAction *exportAct(const TimelinePanel &panel, const QString &words)
    {
        const auto acts = button(panel, u"Export ▾"_s)->menu()->actions();
        return *std::ranges::find(acts, words, &QAction::text);
    }
    QImage pictureOf(TimelinePanel &panel)
    {
        QImage picture;
        const auto saved = connect(&panel, &TimelinePanel::exportWanted, this,
                                   [&](const QString &, const std::function<QByteArray()> &content) {
                                       picture.loadFromData(content());
                                   });
        exportAct(panel, u"Picture (PNG)"_s)->trigger();
        disconnect(saved);
        return picture;
    }
    static int pixelsOf(const QImage &image, const QColor &colour)
    {
        int found = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                found += image.pixel(x, y) == colour.rgb() ? 1 : 0;
        }
        return found;
    }
    static QPushButton *button(const TimelinePanel &panel, const QString &words)
    {
        const auto all = panel.findChildren<QPushButton *>();
        const auto found = std::ranges::find(all, words, &QPushButton::text);
        return found == all.end() ? nullptr : *found;
    }
    int pieces() const { return static_cast<int>(m_chart->chart()->series().size()); }
    template<typename Item>
    static QList<Item *> shownIn(const TimelineChart &chart)
    {
        QList<Item *> shown;
        for (auto *each : chart.scene()->items()) {
            auto *item = qgraphicsitem_cast<Item *>(each);
            if (item != nullptr && item->isVisible())
                shown << item;
        }
        return shown;
    }
    template<typename Item>
    QList<Item *> shown() const
    {
        return shownIn<Item>(*m_chart);
    }
    static QStringList textsOf(const TimelineChart &chart)
    {
        QStringList texts;
        for (const auto *text : shownIn<QGraphicsSimpleTextItem>(chart)) {
            if (!text->text().isEmpty())
                texts << text->text();
        }
        texts.sort();
        return texts;
    }
    QStringList shownTexts() const { return textsOf(*m_chart); }

    const tests::support::Shop m_shop;
    std::unique_ptr<TimelineChart> m_chart;
};

QTEST_MAIN(TestTimelineChart)
#include "tst_timelinechart.moc"
