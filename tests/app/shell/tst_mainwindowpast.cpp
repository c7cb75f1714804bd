// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/charts/timelinepanel.h>
#include <app/graph/followlight.h>
#include <app/graph/graphtable.h>
#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>
#include <app/shell/foresight.h>

#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include <tests/app/shell/quietwindow.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace app::shell;
using app::charts::TimelineChart;
using services::load::Outcome;
using services::platform::Snapshot;
using services::runtime::InstanceState;

// Everything in the window that shows figures shows those of the moment that is looked back at.
class TestMainWindowPast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTableTheJourneysAndTheChartsShowThatMoment()
    {
        QVERIFY(m_window.open());
        m_window.micro().setTable(true);
        for (int second = 0; second < 10; ++second)
            Q_EMIT m_window.shop().snapshotTaken(at(second));
        QVERIFY(!stateOfCart().contains(u"crashed"_s));
        QVERIFY(says(u"What customers can do right now"_s));
        QVERIFY2(chart().accessibleDescription().contains(u"Microservices 50.0"_s),
                 qPrintable(chart().accessibleDescription()));

        auto *slider = m_window->findChild<app::charts::TimelinePanel *>()->findChild<QSlider *>();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_PageDown); // ten seconds back, as far as there are any
        expectTheFirstMoment();
        Q_EMIT m_window.shop().snapshotTaken(at(10)); // what happens meanwhile does not show
        expectTheFirstMoment();
        QVERIFY(says(u"What customers could do 10 s ago"_s)); // yet the time goes on
        QVERIFY2(chart().accessibleDescription().startsWith(u"10 s ago: "_s),
                 qPrintable(chart().accessibleDescription()));
        const auto *light = m_window.micro().findChild<app::graph::FollowLight *>();
        QVERIFY2(light->accessibleDescription().contains(u"10 s ago"_s),
                 qPrintable(light->accessibleDescription()));

        QTest::keyClick(slider, Qt::Key_End);
        Q_EMIT m_window.shop().snapshotTaken(at(11));
        QVERIFY(!stateOfCart().contains(u"crashed"_s));
        QVERIFY(says(u"What customers can do right now"_s));
        QVERIFY(!says(u"Something was down"_s));
        QVERIFY(!says(u"10 of 10"_s));
        QVERIFY(!chart().accessibleDescription().contains(u"ago"_s));
    }

    // Between two that are remembered, what is shown is the earlier one.
    void thereIsOneAnswerToHowLongAgoItWas()
    {
        QVERIFY(m_window.open());
        for (int second = 0; second < 10; ++second)
            Q_EMIT m_window.shop().snapshotTaken(at(second));
        auto *timeline = m_window->findChild<app::charts::TimelinePanel *>();
        Q_EMIT timeline->momentChosen(at(0).at + std::chrono::milliseconds(600));
        Q_EMIT m_window.shop().snapshotTaken(at(20));
        QVERIFY(says(u"What customers could do 20 s ago"_s));
        const auto *light = m_window.micro().findChild<app::graph::FollowLight *>();
        QVERIFY2(light->accessibleDescription().contains(u" 20 s ago"_s),
                 qPrintable(light->accessibleDescription()));
        Q_EMIT timeline->momentChosen({});
    }

    void nothingIsForeseenOnTopOfThePast()
    {
        QVERIFY(m_window.open());
        Q_EMIT m_window.shop().snapshotTaken(at(0));
        auto *foresight = m_window->findChild<Foresight *>();
        auto *inspector = m_window->findChild<app::inspector::InspectorPanel *>();
        auto *timeline = m_window->findChild<app::charts::TimelinePanel *>();
        const model::operation::Fault hang{
            model::operation::FaultKind::Hang, {{u"payments"_s}, 0, {u"microservices"_s}}, {}, {}, {}};
        auto &view = m_window.micro().view();
        Q_EMIT inspector->faultPondered(hang);
        QTRY_VERIFY_WITH_TIMEOUT(!view.threatened().isEmpty(), 60'000);
        Q_EMIT timeline->momentChosen(at(0).at);
        QVERIFY(view.threatened().isEmpty());

        QSignalSpy pondered(foresight, &Foresight::ponderedForeseen);
        QSignalSpy inForce(foresight, &Foresight::inForceForeseen);
        Q_EMIT inspector->faultPondered(hang);
        auto busier = at(1);
        busier.shoppersPerSecond = 77;
        Q_EMIT m_window.shop().snapshotTaken(busier); // is predicted behind what would have been pondered
        QTRY_COMPARE_WITH_TIMEOUT(inForce.size(), 2, 60'000);
        QCOMPARE(pondered.size(), 0);
        QVERIFY(view.threatened().isEmpty());
        Q_EMIT timeline->momentChosen({});
    }

private:
    // In the first five seconds the cart is down, and nobody can do anything.
    Snapshot at(int second) const
    {
        const bool isDown = second < 5;
        Snapshot snapshot;
        snapshot.at = m_begin + std::chrono::seconds(second);
        snapshot.fleets.resize(2);
        snapshot.fleets[0].fleet = {u"monolith"_s};
        snapshot.fleets[1].fleet = {u"microservices"_s};
        services::platform::InstanceSnapshot cart;
        cart.status.id = {u"cart-1"_s};
        cart.status.unit = {u"cart"_s};
        cart.status.state = isDown ? InstanceState::Crashed : InstanceState::Healthy;
        cart.status.since = m_begin;
        snapshot.fleets[1].instances = {cart};
        snapshot.fleets[1].attempts.perSecond = 50;
        snapshot.fleets[1].attempts.failedPerSecond = isDown ? 30 : 0;
        for (size_t fleet = 0; fleet < 2; ++fleet) {
            for (const auto &journey : m_window.system().journeys) {
                services::platform::JourneySnapshot measured{journey.id, {}};
                measured.tally.add(fleet == 1 && isDown ? Outcome::Failed : Outcome::Ok);
                snapshot.fleets[fleet].journeys.push_back(measured);
            }
        }
        return snapshot;
    }
    void expectTheFirstMoment() const
    {
        QVERIFY2(stateOfCart().contains(u"crashed"_s), qPrintable(stateOfCart()));
        QVERIFY(!says(u"right now"_s));
        QVERIFY(says(u"Something was down"_s));
        QVERIFY(says(u"10 of 10"_s)); // measured then
        QVERIFY(says(u"–"_s)); // what was predicted then is not remembered
        QVERIFY(!m_window->findChild<QLabel *>(u"verdict"_s)->isVisible());
        QVERIFY2(chart().accessibleDescription().contains(u"Microservices 20.0"_s),
                 qPrintable(chart().accessibleDescription()));
    }
    QString stateOfCart() const
    {
        auto &rows = m_window.micro().table().rows();
        const int row = rows.rowOf({{model::layout::NodeKind::Unit, u"cart"_s}, {}});
        return rows.index(row, app::graph::GraphTableModel::State).data().toString();
    }
    // Beside the pictures, about the journeys.
    bool says(const QString &words) const
    {
        const auto labels = m_window->findChild<app::journeys::JourneysPanel *>()->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    const TimelineChart &chart() const { return *m_window->findChildren<TimelineChart *>().front(); }

    tests::shell::QuietWindow m_window;
    const services::platform::Instant m_begin
        = services::platform::Instant(std::chrono::steady_clock::now()) - std::chrono::seconds(9);
};

QTEST_MAIN(TestMainWindowPast)
#include "tst_mainwindowpast.moc"
