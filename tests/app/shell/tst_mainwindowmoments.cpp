// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/charts/timelinepanel.h>
#include <app/shell/forcechip.h>

#include <QSlider>

#include <tests/app/shell/quietwindow.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace app::shell;
using services::platform::Snapshot;

// What the window shows of what it is told of now, and of then.
class TestMainWindowMoments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(m_window.open()); }
    void cleanup() { m_window.close(); }

    void looksBackAtAnEarlierMoment()
    {
        auto *timeline = m_window->findChild<app::charts::TimelinePanel *>();
        auto *slider = timeline->findChild<QSlider *>();
        Snapshot snapshot;
        snapshot.fleets.resize(2);
        snapshot.fleets[0].fleet = {u"monolith"_s};
        snapshot.fleets[1].fleet = {u"microservices"_s};
        services::platform::InstanceSnapshot instance;
        instance.status.id = {u"cart-1"_s};
        instance.status.unit = {u"cart"_s};
        const auto begin = services::platform::Instant(std::chrono::steady_clock::now());
        for (int second = 0; second < 10; ++second) {
            using enum services::runtime::InstanceState;
            instance.status.state = second < 5 ? Crashed : Healthy;
            instance.status.since = begin;
            snapshot.at = begin + std::chrono::seconds(second);
            snapshot.fleets[1].instances = {instance};
            Q_EMIT m_window.shop().snapshotTaken(snapshot);
        }
        auto &view = m_window.micro().view();
        const app::graph::Target cart{{model::layout::NodeKind::Unit, u"cart"_s}, {}};
        QVERIFY(!view.stateOf(cart).contains(u"crashed"_s));
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_PageDown); // ten seconds back
        QVERIFY2(view.stateOf(cart).contains(u"crashed"_s), qPrintable(view.stateOf(cart)));
        Q_EMIT m_window.shop().snapshotTaken(snapshot); // what happens meanwhile does not show
        QVERIFY(view.stateOf(cart).contains(u"crashed"_s));
        QTest::keyClick(slider, Qt::Key_End);
        snapshot.at += std::chrono::seconds(1);
        Q_EMIT m_window.shop().snapshotTaken(snapshot);
        QVERIFY(!view.stateOf(cart).contains(u"crashed"_s));
    }

    void whatIsDownCannotBeCrashed()
    {
        Snapshot snapshot;
        snapshot.fleets.resize(2);
        services::platform::InstanceSnapshot instance;
        instance.status.unit = {u"shop"_s};
        instance.status.state = services::runtime::InstanceState::Crashed;
        snapshot.fleets[0].instances = {instance};
        Q_EMIT m_window.shop().snapshotTaken(snapshot);
        QVERIFY(!action(u"Crash Shop"_s)->isEnabled());
        snapshot.fleets[0].instances[0].status.state = services::runtime::InstanceState::Healthy;
        Q_EMIT m_window.shop().snapshotTaken(snapshot);
        QVERIFY(action(u"Crash Shop"_s)->isEnabled());
    }

    void whatIsInForceIsSeenFromAnywhere()
    {
        auto *chip = m_window->findChild<ForceChip *>();
        QVERIFY(!chip->isVisible());
        Snapshot snapshot;
        snapshot.fleets.resize(2);
        snapshot.fleets[1].faults
            = {{model::operation::FaultKind::Crash, {{u"payments"_s}, 0, {u"microservices"_s}}, {}, {}, {}}};
        Q_EMIT m_window.shop().snapshotTaken(snapshot);
        QVERIFY(chip->isVisible());
        QVERIFY(action(u"Crash Payments"_s)->isChecked()); // choosing it again undoes it
        QVERIFY(!action(u"Crash Shop"_s)->isChecked());
        Q_EMIT m_window.shop().snapshotTaken({});
        QVERIFY(!chip->isVisible());
    }

private:
    QAction *action(const QString &text) const
    {
        const auto actions = m_window->findChildren<QAction *>();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        return found == actions.end() ? nullptr : *found;
    }

    tests::shell::QuietWindow m_window;
};

QTEST_MAIN(TestMainWindowMoments)
#include "tst_mainwindowmoments.moc"
