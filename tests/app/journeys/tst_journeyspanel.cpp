// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/journeys/journeyspanel.h>
#include <model/packaging/presets.h>

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::journeys;
using model::operation::Fault;
using model::operation::FaultKind;
using model::operation::FaultSetting;
using services::load::Outcome;
using services::platform::Snapshot;
using services::runtime::InstanceState;

class TestJourneysPanel : public QObject
{
    Q_OBJECT

    void take(const Snapshot &news)
    {
        m_panel->measure(news);
        m_panel->show(news);
    }

private Q_SLOTS:
    void init()
    {
        const tests::support::Shop shop;
        m_shop = shop.system;
        m_panel = std::make_unique<JourneysPanel>(m_shop, shop.shapes());
        m_panel->resize(290, 500);
        m_panel->QWidget::show();
    }

    void hasALineForEachJourneyWithoutScrolling()
    {
        auto *table = m_panel->findChild<QTableView *>();
        QCOMPARE(table->model()->rowCount(), static_cast<int>(m_shop.journeys.size()));
        QCOMPARE(table->model()->columnCount(), 3);
        const auto last = table->visualRect(table->model()->index(table->model()->rowCount() - 1, 0));
        QVERIFY(table->viewport()->rect().contains(last));
        const auto metrics = table->fontMetrics();
        for (const auto &journey : m_shop.journeys)
            QVERIFY(metrics.horizontalAdvance(journey.title) <= table->columnWidth(0));
    }

    void walksWithTheKeyboard()
    {
        auto *table = m_panel->findChild<QTableView *>();
        table->setCurrentIndex(table->model()->index(0, 1));
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 1);
        QVERIFY(table->currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"Monolith"_s));
    }

    void hidesAFleetThatIsNotShown()
    {
        auto *table = m_panel->findChild<QTableView *>();
        m_panel->setFleetVisible(0, false);
        QVERIFY(table->isColumnHidden(1));
        QVERIFY(!table->isColumnHidden(2));
        m_panel->setFleetVisible(0, true);
        QVERIFY(!table->isColumnHidden(1));
    }

    // A scroll bar takes its room from words that wrap.
    void noWordIsCutOffBesideAScrollBar()
    {
        take(snapshot(InstanceState::Crashed, Outcome::Failed));
        const auto *card = m_panel->findChild<LossCard *>();
        int scrolled = 0;
        for (int height = 300; height < 560; ++height) {
            for (const int width : {270, 280, 290, 300, 310}) {
                m_panel->resize(width, height);
                QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
                scrolled += m_panel->findChild<QScrollArea *>()->verticalScrollBar()->isVisible() ? 1 : 0;
                for (const auto *label : card->findChildren<QLabel *>()) {
                    if (label->wordWrap() && label->isVisible())
                        QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                                 qPrintable(u"%1 at %2 x %3"_s.arg(label->text()).arg(width).arg(height)));
                }
            }
        }
        QVERIFY(scrolled > 0);
    }

    void tellsWhatIsDownAndWhatItCosts()
    {
        take(snapshot(InstanceState::Healthy, Outcome::Ok));
        QVERIFY(says(u"Everything is up"_s));
        m_panel->expect(0, foreseen(0, crash(u"catalogue"_s)));
        m_panel->expect(1, foreseen(1, {}));
        take(snapshot(InstanceState::Crashed, Outcome::Failed));
        QVERIFY(says(u"Something is down"_s));
        QVERIFY(says(u"Shop 1 is down and took its 11 modules with it."_s));
        QVERIFY(says(u"10 of 10"_s)); // predicted and measured
        QVERIFY(says(u"0 of 10"_s)); // the other shape
        m_panel->setFleetVisible(0, false);
        take(snapshot(InstanceState::Crashed, Outcome::Failed));
        QVERIFY(says(u"Everything is up"_s)); // in the shape that is shown
    }

    void tellsOfThenAsOfThen()
    {
        auto then = snapshot(InstanceState::Crashed, Outcome::Failed);
        m_panel->showMoment(then, std::chrono::seconds(9));
        QVERIFY(says(u"Shop 1 was down and had taken its 11 modules with it."_s));
        QVERIFY(!says(u"is down"_s));
        then.fleets[0].instances[0].status.capabilities.resize(1);
        m_panel->showMoment(then, std::chrono::seconds(9));
        QVERIFY(says(u"Shop 1 down then; 10 of 10 journeys were hurt."_s));
        then.fleets[0].instances.clear();
        m_panel->showMoment(then, std::chrono::seconds(9));
        QVERIFY(says(u"10 of 10 journeys were hurt."_s));
        QVERIFY(!says(u"hurt lately"_s));
    }

    void tellsOfFaultsWithoutACrash()
    {
        auto broken = snapshot(InstanceState::Healthy, Outcome::Ok);
        broken.fleets[0].faults = {{FaultKind::Freeze, {{u"catalogue"_s}, 0, {}}, {}, {}, {}}};
        take(broken);
        QVERIFY(says(u"Something is broken"_s));
        QVERIFY(says(u"Shop stands still, with all 11 modules."_s));
    }

    void holdsPredictionAndMeasurementAgainstEachOther()
    {
        m_panel->expect(0, foreseen(0, crash(u"catalogue"_s)));
        m_panel->expect(1, foreseen(1, {}));
        auto measured = snapshot(InstanceState::Crashed, Outcome::Ok); // everything goes on, they say
        measured.fleets[1].instances.clear();
        for (int second = 0; second < 60; ++second) {
            measured.at += std::chrono::seconds(1);
            take(measured);
            if (second == 1)
                QVERIFY(says(u"Measuring whether"_s)); // too early to judge
        }
        QVERIFY(says(u"≠ Monolith: Browse was predicted down"_s));
        QVERIFY(says(u"is measured working (1 of 1 attempts succeeded"_s));
        auto agreeing = snapshot(InstanceState::Crashed, Outcome::Failed);
        agreeing.at = measured.at + std::chrono::seconds(1);
        take(agreeing);
        QVERIFY(says(u"✓ Measured as predicted."_s));
        agreeing.fleets[0].journeys[0].tally = {}; // its attempts have left the window
        agreeing.at += std::chrono::seconds(1);
        take(agreeing);
        QVERIFY(says(u"✓ Measured as predicted, as far as tried."_s));
        QVERIFY(says(u"? Not tried lately: Browse."_s));
        for (auto &fleet : agreeing.fleets) {
            for (auto &journey : fleet.journeys)
                journey.tally = {};
        }
        agreeing.at += std::chrono::seconds(1);
        take(agreeing);
        QVERIFY(says(u"? Nobody has tried anything lately"_s));
        QVERIFY(!says(u"✓ Measured"_s));
    }

    void tellsOfHarmWithoutACrash()
    {
        take(snapshot(InstanceState::Healthy, Outcome::Failed));
        QVERIFY(says(u"Everything is up, yet not well"_s));
        QVERIFY(says(u"10 of 10 journeys hurt lately."_s));
        take(snapshot(InstanceState::Unresponsive, Outcome::Failed));
        QVERIFY(says(u"Something is down"_s));
    }

    void predictsWhatIsPointedAt()
    {
        take(snapshot(InstanceState::Healthy, Outcome::Ok));
        const auto payments = crash(u"payments"_s);
        m_panel->predict(1, payments, foreseen(1, payments));
        QVERIFY(says(u"If Payments has crashed, in Microservices"_s));
        QVERIFY(says(u"Down: Check out"_s));
        QVERIFY(says(u"Check out: "_s)); // and why
        QVERIFY(says(u"Predicted by the model"_s));
        take(snapshot(InstanceState::Healthy, Outcome::Ok));
        QVERIFY(says(u"If Payments has crashed"_s)); // until it is no longer pointed at
        m_panel->predict(0, payments, foreseen(0, payments));
        QVERIFY(says(u"If Shop has crashed, in Monolith"_s)); // it takes all
        QVERIFY(says(u"Down: everything"_s));
        const Fault hang{FaultKind::Hang, {{u"payments"_s}, 0, {u"monolith"_s}}, {}, {}, {}};
        m_panel->predict(0, hang, foreseen(0, hang));
        QVERIFY(says(u"If Payments in Shop hangs, in Monolith"_s));
        m_panel->forgetPrediction();
        QVERIFY(says(u"Everything is up"_s));
    }

    void saysWhoWouldGoOnSlowerAndByHowMuch()
    {
        m_panel->expect(1, foreseen(1, {}));
        Fault slow{FaultKind::Slow, {{u"payments"_s}, 0, {u"microservices"_s}}, {}, {}, {}};
        m_panel->predict(1, slow, foreseen(1, slow));
        QVERIFY(says(u"If Payments answers 500 ms later, in Microservices"_s));
        QVERIFY(says(u"✓ Every journey goes on."_s));
        QVERIFY(says(u"◷ Goes on, slower on average: Check out by 500 ms\n"_s)); // and no other
        QVERIFY(says(u"Check out: slower, but in time: Payments answers 500 ms later"_s));
        QVERIFY(says(u"Predicted by the model."_s));
        const Fault line{
            FaultKind::LinkSlow, {{u"orders"_s}, 0, {}}, {u"payments"_s}, {}, {{FaultSetting::DelayMs, 300}}};
        m_panel->predict(1, line, foreseen(1, line));
        QVERIFY(says(u"slower on average: Check out by 300 ms\n"_s));
        m_panel->predict(0, line, foreseen(0, line)); // no line, nobody waits
        QVERIFY(says(u"Every journey goes on"_s) && !says(u"slower"_s));
    }

    void saysSlowerWithoutAFigureWhereTheModelHasNone()
    {
        auto known = foreseen(1, {});
        auto slower = known;
        const model::system::JourneyId id{u"check-out"_s};
        slower.journeys[id].isSlowed = true;
        slower.journeys[id].takes.reset();
        m_panel->expect(1, known);
        m_panel->predict(1, crash(u"payments"_s), slower);
        QVERIFY(says(u"slower on average: Check out\n"_s));
        m_panel->expect(1, slower); // as slow as it is already
        m_panel->predict(1, crash(u"payments"_s), slower);
        QVERIFY(!says(u"slower on average"_s));
    }

private:
    static Fault crash(const QString &capability)
    {
        return {FaultKind::Crash, {{capability}, 0, {}}, {}, {}, {}};
    }
    model::analysis::BlastRadius foreseen(int fleet, const std::optional<Fault> &fault) const
    {
        model::analysis::Situation situation;
        situation.system = m_shop;
        situation.packaging
            = fleet == 0 ? model::packaging::monolith(m_shop) : model::packaging::microservices(m_shop);
        situation.policies = model::operation::usualPolicies();
        if (fault.has_value())
            situation.faults = {*fault};
        return model::analysis::blastRadius(situation);
    }
    // The monolith's only instance is in this state, and every attempt there ends like this.
    Snapshot snapshot(InstanceState state, Outcome outcome) const
    {
        Snapshot snapshot;
        snapshot.fleets.resize(2);
        for (int fleet = 0; fleet < 2; ++fleet) {
            auto &shown = snapshot.fleets[static_cast<size_t>(fleet)];
            for (const auto &journey : m_shop.journeys) {
                services::platform::JourneySnapshot measured{journey.id, {}};
                measured.tally.add(fleet == 0 ? outcome : Outcome::Ok);
                shown.journeys.push_back(measured);
            }
        }
        services::platform::InstanceSnapshot instance;
        instance.status.id = {u"shop-1"_s};
        instance.status.unit = {u"shop"_s};
        instance.status.state = state;
        for (const auto &capability : m_shop.capabilities)
            instance.status.capabilities.push_back(capability.id);
        snapshot.fleets[0].instances.push_back(instance);
        return snapshot;
    }
    bool says(const QString &words) const
    {
        const auto labels = m_panel->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    model::system::System m_shop;
    std::unique_ptr<JourneysPanel> m_panel;
};

QTEST_MAIN(TestJourneysPanel)
#include "tst_journeyspanel.moc"
