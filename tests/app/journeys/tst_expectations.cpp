// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/journeys/journeyspanel.h>

#include <QPainter>
#include <QTableView>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::journeys;
using namespace std::chrono_literals;
using model::operation::Fault;
using model::operation::FaultKind;
using services::load::Outcome;
using services::platform::Snapshot;

// While a fault is on, what was predicted of it stands in the table beside what is measured.
class TestExpectations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_panel = std::make_unique<JourneysPanel>(m_shop.system, m_shop.shapes());
        m_panel->resize(320, 600);
        m_panel->QWidget::show();
        model::analysis::BlastRadius radius;
        for (const auto &journey : m_shop.system.journeys)
            radius.journeys[journey.id].state = JourneyState::Working;
        radius.journeys[checkOut()].state = JourneyState::Down;
        m_panel->expect(1, radius);
    }

    void standBesideWhatIsMeasuredAsLongAsTheFaultIsOn()
    {
        take(Outcome::Failed, true, 1);
        QCOMPARE(expected(1), JourneyState::Down);
        QCOMPARE(agreement(1), Agreement::Pending); // too early
        QCOMPARE(expected(0), JourneyState::Unknown); // nothing is on there
        QVERIFY(told(1).contains(u"Predicted: down; that cannot be judged yet."_s));
        take(Outcome::Failed, true, 20);
        QCOMPARE(agreement(1), Agreement::Agrees);
        QVERIFY(told(1).contains(u"Predicted: down, and so it is."_s));
        QVERIFY(cell(1).data(Qt::ToolTipRole).toString().contains(u"Predicted: down, and so it is."_s));
        take(Outcome::Failed, false, 1); // it is undone
        QCOMPARE(expected(1), JourneyState::Unknown);
        QVERIFY(!told(1).contains(u"Predicted"_s));
    }

    void differWhenItComesOtherwise()
    {
        take(Outcome::Ok, true, 20);
        QCOMPARE(expected(1), JourneyState::Down);
        QCOMPARE(agreement(1), Agreement::Differs);
        QVERIFY(told(1).contains(u"Predicted: down, but so it is not."_s));
        QCOMPARE(static_cast<JourneyState>(cell(1).data(JourneysModel::StateRole).toInt()),
                 JourneyState::Working); // what is measured stays what it is
    }

    void differWithoutAFaultToo()
    {
        take(Outcome::Failed, false, 20);
        QCOMPARE(expected(1), JourneyState::Unknown); // nothing is on, and it comes as predicted
        take(Outcome::Ok, false, 20);
        QCOMPARE(expected(1), JourneyState::Down);
        QCOMPARE(agreement(1), Agreement::Differs);
    }

    void agreementShowsByShape()
    {
        take(Outcome::Failed, false, 1);
        const auto nothing = painted();
        QCOMPARE(topmostInk(nothing), nothing.height());
        take(Outcome::Failed, true, 1);
        const auto pending = painted();
        QVERIFY(topmostInk(pending) < pending.height());
        take(Outcome::Failed, true, 20);
        const auto agrees = painted();
        QVERIFY(inkOf(agrees) > inkOf(pending)); // a whole circle, not dots
        take(Outcome::Ok, true, 20);
        QVERIFY(topmostInk(painted()) < topmostInk(agrees)); // the corner of a diamond
    }

    void theSignIsAsLargeAsTheLettersAre()
    {
        take(Outcome::Failed, true, 1);
        const auto redIn = [](const QImage &image) {
            int red = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    red += qRed(image.pixel(x, y)) > qGreen(image.pixel(x, y)) + 40 ? 1 : 0;
            }
            return red;
        };
        const int small = redIn(painted(8)); // what is around it is grey
        QVERIFY(small > 0);
        QVERIFY(redIn(painted(14)) > small);
    }

    void haveRoomWhateverIsMeasured()
    {
        auto *table = m_panel->findChild<QTableView *>();
        const auto metrics = table->fontMetrics();
        for (const auto &journey : m_shop.system.journeys)
            QVERIFY(metrics.horizontalAdvance(journey.title) <= table->columnWidth(0));
        const int before = table->columnWidth(2);
        take(Outcome::Degraded, true, 20);
        QCOMPARE(table->columnWidth(2), before); // the columns keep still
    }

private:
    static model::system::JourneyId checkOut() { return {u"check-out"_s}; }
    // Check-out ends like this for some seconds, all else goes well.
    void take(Outcome outcome, bool isBroken, int seconds)
    {
        Snapshot snapshot;
        snapshot.fleets.resize(2);
        for (auto &fleet : snapshot.fleets) {
            for (const auto &journey : m_shop.system.journeys) {
                fleet.journeys.push_back({journey.id, {}});
                fleet.journeys.back().tally.add(journey.id == checkOut() ? outcome : Outcome::Ok);
            }
        }
        if (isBroken)
            snapshot.fleets[1].faults = {Fault{FaultKind::Errors, {{u"payments"_s}, 0, {}}, {}, {}, {}}};
        for (int second = 0; second < seconds; ++second) {
            m_now += 1s;
            snapshot.at = m_now;
            m_panel->measure(snapshot);
            m_panel->show(snapshot);
        }
    }
    QModelIndex cell(int fleet) const
    {
        const auto &journeys = m_shop.system.journeys;
        const auto row = std::ranges::find(journeys, checkOut(), &model::system::Journey::id);
        return m_panel->model().index(static_cast<int>(row - journeys.begin()), fleet + 1);
    }
    JourneyState expected(int fleet) const
    {
        return static_cast<JourneyState>(cell(fleet).data(JourneysModel::ExpectedRole).toInt());
    }
    Agreement agreement(int fleet) const
    {
        return static_cast<Agreement>(cell(fleet).data(JourneysModel::AgreementRole).toInt());
    }
    QString told(int fleet) const { return cell(fleet).data(Qt::AccessibleTextRole).toString(); }

    // The cell, whose chip is to the right: what is beside it.
    QImage painted(double points = QFont().pointSizeF()) const
    {
        QImage image(120, 30, QImage::Format_RGB32);
        image.fill(Qt::white);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        option.font.setPointSizeF(points);
        QPainter painter(&image);
        StateChip().paint(&painter, option, cell(1));
        painter.end();
        const double chip = QFontMetricsF(chipFont(option.font))
                                .horizontalAdvance(cell(1).data(Qt::DisplayRole).toString());
        return image.copy(0, 0, static_cast<int>(120 - chip - 16 - 5), 30);
    }
    static QFont chipFont(QFont font)
    {
        font.setPointSizeF(font.pointSizeF() * 0.9);
        font.setWeight(QFont::DemiBold);
        return font;
    }
    static int inkOfRow(const QImage &image, int y)
    {
        int ink = 0;
        for (int x = 0; x < image.width(); ++x)
            ink += qGray(image.pixel(x, y)) < 200 ? 1 : 0;
        return ink;
    }
    static int inkOf(const QImage &image)
    {
        int ink = 0;
        for (int y = 0; y < image.height(); ++y)
            ink += inkOfRow(image, y);
        return ink;
    }
    // The row; the height of the image: there is none.
    static int topmostInk(const QImage &image)
    {
        int y = 0;
        while (y < image.height() && inkOfRow(image, y) == 0)
            ++y;
        return y;
    }

    const tests::support::Shop m_shop;
    std::unique_ptr<JourneysPanel> m_panel;
    model::telemetry::Instant m_now{100s};
};

QTEST_MAIN(TestExpectations)
#include "tst_expectations.moc"
