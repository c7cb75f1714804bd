// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>
#include <app/shell/nodebar.h>

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <tests/app/shell/quietwindow.h>

using namespace Qt::StringLiterals;
using namespace app::shell;
using model::layout::NodeKind;
using model::operation::Fault;
using model::operation::FaultKind;

// What the window says of a fault before it is done, and what after.
class TestMainWindowForesight : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_window.open()); }
    void init()
    {
        Q_EMIT m_window.shop().snapshotTaken(snapshotWith({}));
        QCursor::setPos(m_window->mapToGlobal(QPoint(2, 2)));
        QCoreApplication::processEvents(); // else the mouse leaves a node that it points at later
    }

    void afterTheActTheCardSaysWhatIs()
    {
        pointAtOrders();
        pointAt(u"Slow"_s);
        QTRY_VERIFY(says(u"If Orders answers 500 ms later, in Microservices"_s));
        QVERIFY(says(u"◷ Goes on, slower on average: Check out by 5"_s));
        QTest::mouseClick(verb(u"Slow"_s), Qt::LeftButton);
        QVERIFY(!says(u"If Orders"_s));
        Q_EMIT m_window.shop().snapshotTaken(snapshotWith({slow()}));
        QVERIFY(says(u"Orders answers 500 ms later."_s)); // the mouse still rests there
        QVERIFY(says(u"Something is broken"_s) && !says(u"If Orders"_s));

        pointAt(u"Fail"_s); // which is another one
        QTRY_VERIFY(says(u"If Orders fails"_s));
        pointAt(u"Slow"_s); // what is in force is no "if"
        QTRY_VERIFY(!says(u"If Orders"_s));
        QVERIFY(says(u"Orders answers 500 ms later."_s));

        Q_EMIT m_window.shop().snapshotTaken(snapshotWith({})); // it is undone
        QVERIFY(!says(u"If Orders"_s)); // nobody has come anew
        pointAt(u"Fail"_s);
        pointAt(u"Slow"_s);
        QTRY_VERIFY(says(u"If Orders answers 500 ms later"_s));
    }

    void theInspectorsCrashIsOverOnceItIsDone()
    {
        m_window->findChild<NodeBar *>()->hide(); // the mouse has left it
        m_window->findChild<app::inspector::InspectorPanel *>()->select(
            app::inspector::Subject{1, {u"orders"_s}, model::system::CapabilityId{u"orders"_s}});
        Q_EMIT m_window.shop().snapshotTaken(snapshotWith({}));
        auto *crash = button(u"&Crash"_s);
        QVERIFY(crash != nullptr && crash->isEnabled());
        QEnterEvent comes(crash->rect().center(), crash->rect().center(), crash->rect().center());
        QCoreApplication::sendEvent(crash, &comes);
        QTRY_VERIFY(says(u"If Orders has crashed, in Microservices"_s));
        QTest::mouseClick(crash, Qt::LeftButton);
        QVERIFY(!says(u"If Orders"_s));
    }

private:
    static Fault slow() { return {FaultKind::Slow, {{u"orders"_s}, 0, {u"microservices"_s}}, {}, {}, {}}; }
    services::platform::Snapshot snapshotWith(const std::vector<Fault> &faults)
    {
        services::platform::Snapshot snapshot;
        m_now += std::chrono::seconds(1);
        snapshot.at = m_now;
        snapshot.shoppersPerSecond = 40;
        snapshot.fleets.resize(2);
        snapshot.fleets[1].faults = faults;
        services::platform::InstanceSnapshot orders;
        orders.status.id = {u"orders-1"_s};
        orders.status.unit = {u"orders"_s};
        orders.status.state = services::runtime::InstanceState::Healthy;
        snapshot.fleets[1].instances = {orders};
        return snapshot;
    }
    void pointAtOrders()
    {
        auto &view = m_window.micro().view();
        const QPointF place
            = view.transform().map(view.scene().boxOf({{NodeKind::Unit, u"orders"_s}, {}}).center());
        QMouseEvent move(QEvent::MouseMove, place, view.mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &move);
        QTRY_VERIFY(m_window->findChild<NodeBar *>()->isVisible());
    }
    void pointAt(const QString &words) { QTest::mouseMove(verb(words)); }
    QToolButton *verb(const QString &words) const
    {
        for (auto *button : m_window->findChild<NodeBar *>()->findChildren<QToolButton *>()) {
            if (button->isVisible() && button->text() == words)
                return button;
        }
        qFatal("No such verb");
    }
    QPushButton *button(const QString &words) const
    {
        for (auto *button : m_window->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == words)
                return button;
        }
        return nullptr;
    }
    bool says(const QString &words) const
    {
        const auto labels = m_window->findChild<app::journeys::JourneysPanel *>()->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    tests::shell::QuietWindow m_window;
    model::telemetry::Instant m_now{std::chrono::seconds(100)};
};

QTEST_MAIN(TestMainWindowForesight)
#include "tst_mainwindowforesight.moc"
