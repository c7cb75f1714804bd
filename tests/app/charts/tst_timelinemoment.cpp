// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/charts/timelinechart.h>

#include <QChart>
#include <QGraphicsLineItem>
#include <QGraphicsSimpleTextItem>
#include <QPen>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace app::charts;
using namespace std::chrono_literals;

// What a chart shows and tells while an earlier moment is looked at.
class TestTimelineMoment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_chart = std::make_unique<TimelineChart>(
            u"Rate"_s, std::vector<TimelineChart::Line>{{u"A"_s, {}}, {u"B"_s, {}, Qt::DashLine, true}});
        m_chart->setTheme(app::style::Theme::light());
        m_chart->resize(600, 200);
        m_chart->show();
        m_chart->append(100s, {10, 2});
        m_chart->append(101s, {11.5, 3});
        m_chart->append(102s, {12, {}});
        m_chart->append(103s, {13, 5});
    }

    void showsAndTellsTheValuesOfThatMoment_data()
    {
        QTest::addColumn<double>("moment");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("told");
        QTest::addRow("the first one")
            << 100.0 << QStringList{u"A 10.0"_s, u"B 2"_s} << u"3 s ago: A 10.0, B 2"_s;
        QTest::addRow("where a count steps, what it steps to")
            << 101.0 << QStringList{u"A 11.5"_s, u"B 3"_s} << u"2 s ago: A 11.5, B 3"_s;
        QTest::addRow("a gap is a gap")
            << 102.0 << QStringList{u"A 12.0"_s, u"B not measured"_s} << u"1 s ago: A 12.0, B not measured"_s;
    }
    void showsAndTellsTheValuesOfThatMoment()
    {
        QFETCH(double, moment);
        QFETCH(QStringList, values);
        QFETCH(QString, told);
        QCOMPARE(readout(), QStringList());
        m_chart->setCursor(TimelineChart::Seconds(moment));
        QCOMPARE(readout(), values);
        QCOMPARE(m_chart->accessibleDescription(), told);
        m_chart->setCursor({});
        QCOMPARE(readout(), QStringList());
        QCOMPARE(m_chart->accessibleDescription(), u"A 13.0, B 5"_s);
    }

    void theyStayThoseOfThenWhileTimeGoesOn()
    {
        m_chart->setCursor(TimelineChart::Seconds(101));
        m_chart->append(111s, {99, 99});
        QCOMPARE(readout(), (QStringList{u"A 11.5"_s, u"B 3"_s}));
        QCOMPARE(m_chart->accessibleDescription(), u"10 s ago: A 11.5, B 3"_s);
    }

    void aLineThatIsHiddenHasNoValue()
    {
        m_chart->setCursor(TimelineChart::Seconds(101));
        m_chart->setLineVisible(0, false);
        QCOMPARE(readout(), QStringList{u"B 3"_s});
    }

    void aLowChartHasAsManyAsThereIsRoomFor()
    {
        std::vector<TimelineChart::Line> lines;
        for (int line = 0; line < 30; ++line)
            lines.push_back({QString::number(line), {}});
        m_chart->setLines(u"Rate"_s, lines);
        m_chart->append(100s, std::vector<std::optional<double>>(30, 7.0));
        m_chart->grab(); // as large as it stays
        m_chart->setCursor(TimelineChart::Seconds(100));
        const auto shownNow = readout();
        QVERIFY(!shownNow.isEmpty() && shownNow.size() < 30);
        QCOMPARE(shownNow.front(), u"0 7.0"_s);
        for (const auto *text : shown<QGraphicsSimpleTextItem>())
            QVERIFY(m_chart->chart()->plotArea().adjusted(-1, -1, 1, 1).contains(text->sceneBoundingRect()));
        m_chart->setLineVisible(0, false); // there is room for another one
        QCOMPARE(readout().size(), shownNow.size());
        QCOMPARE(readout().front(), u"1 7.0"_s);
    }

    void theyStandBesideTheLineWithinTheChart()
    {
        m_chart->append(200s, {1, 1}); // the moment is left of the middle, and then at the right end
        for (const double moment : {103.0, 200.0}) {
            m_chart->setCursor(TimelineChart::Seconds(moment));
            m_chart->grab();
            const auto texts = shown<QGraphicsSimpleTextItem>();
            QCOMPARE(texts.size(), 2);
            const auto lines = shown<QGraphicsLineItem>();
            const auto cursor
                = std::ranges::find_if(lines, [](const auto *line) { return line->pen().widthF() == 1.5; });
            QVERIFY(cursor != lines.end());
            const double x = (*cursor)->line().x1();
            for (const auto *text : texts) {
                const auto box = text->sceneBoundingRect();
                QVERIFY(m_chart->chart()->plotArea().adjusted(-1, -1, 1, 1).contains(box));
                QVERIFY(box.left() > x || box.right() < x);
            }
            QVERIFY(!texts[0]->sceneBoundingRect().intersects(texts[1]->sceneBoundingRect()));
        }
    }

private:
    template<typename Item>
    QList<Item *> shown() const
    {
        QList<Item *> shown;
        for (auto *each : m_chart->scene()->items()) {
            auto *item = qgraphicsitem_cast<Item *>(each);
            if (item != nullptr && item->isVisible())
                shown << item;
        }
        return shown;
    }
    // From top to bottom.
    QStringList readout() const
    {
        auto texts = shown<QGraphicsSimpleTextItem>();
        texts.removeIf([](const auto *text) { return text->text().isEmpty(); });
        std::ranges::sort(texts, {}, [](const auto *text) { return text->y(); });
        QStringList words;
        for (const auto *text : texts)
            words << text->text();
        return words;
    }

    std::unique_ptr<TimelineChart> m_chart;
};

QTEST_MAIN(TestTimelineMoment)
#include "tst_timelinemoment.moc"
