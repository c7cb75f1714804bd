// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/inspector/inspectorpanel.h>
#include <app/inspector/topicpage.h>
#include <app/messages/messagespanel.h>
#include <app/shell/nodebar.h>
#include <app/shell/statusline.h>
#include <app/tables/quiettable.h>

#include <QContextMenuEvent>
#include <QCursor>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

#include <tests/app/shell/quietwindow.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace app::shell;
using app::graph::Target;
using app::inspector::InspectorPanel;
using app::inspector::TopicPage;
using app::messages::MessagesPanel;
using app::messages::QueuesModel;
using model::layout::NodeKind;

// A topic is as good as a service: who clicks it, rests on it or asks for its menu gets an answer.
class TestMainWindowTopics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_window.open()); }
    void init()
    {
        QCursor::setPos(m_window->mapToGlobal(QPoint(2, 2))); // where no menu opens
        QCoreApplication::processEvents();
        tabs()->setCurrentIndex(0);
        queues()->setCurrentIndex({});
        m_window.micro().view().focusOn({});
        m_window.mono().selectCapability(model::system::CapabilityId{u"cart"_s});
        m_window.micro().view().choose({{NodeKind::Unit, u"cart"_s}, {}});
        QVERIFY(inspectorSays(u"Cart"_s));
        QCOMPARE(m_window.mono().view().selected()->module->value, u"cart"_s);
    }

    void aClickShowsWhatItCarriesAndBetweenWhom()
    {
        click();
        QVERIFY(m_window.micro().view().selected() == placed());
        QVERIFY(!m_window.mono().view().selected().has_value()); // there it is inside
        QVERIFY(page()->isVisible());
        QCOMPARE(page()->topic().value, u"order.placed"_s);
        QVERIFY(inspectorSays(m_window.system().topic({u"order.placed"_s})->summary));
        QVERIFY(button(u"→ Orders"_s) != nullptr);
        QVERIFY(button(u"→ Notifications"_s) != nullptr);
        Q_EMIT m_window.shop().snapshotTaken(snapshot(7));
        QVERIFY(inspectorSays(u"Microservices, for Shipping: 7"_s));

        QTest::mouseClick(button(u"→ Shipping"_s), Qt::LeftButton);
        QVERIFY(!page()->isVisible());
        QVERIFY(inspectorSays(u"Shipping"_s));
        QVERIFY(m_window.micro().view().selected() == Target({{NodeKind::Unit, u"shipping"_s}, {}}));
    }

    void anotherNodeTakesItsPlace()
    {
        click();
        m_window.micro().view().choose({{NodeKind::Unit, u"cart"_s}, {}});
        QVERIFY(!page()->isVisible());
        QVERIFY(inspectorSays(u"Cart"_s));
        click();
        Q_EMIT m_window.micro().view().chosenNothing();
        QVERIFY(!page()->isVisible());
    }

    void itsMessagesAreOneClickAway()
    {
        click();
        QTest::mouseClick(button(u"Its messages…"_s), Qt::LeftButton);
        QVERIFY(tabs()->currentWidget() == messages());
        Q_EMIT m_window.shop().snapshotTaken(snapshot(7)); // now it is known which queues there are
        QCOMPARE(chosenQueue(), u"Microservices: Shipping"_s);
    }

    void itsMenuComesByTheRightButtonAndByEnter_data()
    {
        QTest::addColumn<bool>("isByKey");
        QTest::addRow("right button") << false;
        QTest::addRow("Enter") << true;
    }
    void itsMenuComesByTheRightButtonAndByEnter()
    {
        QFETCH(bool, isByKey);
        auto &view = m_window.micro().view();
        if (isByKey) {
            click();
            QTest::keyClick(&view, Qt::Key_Return);
        } else {
            QContextMenuEvent asks(QContextMenuEvent::Mouse, place(), view.mapToGlobal(place()));
            QCoreApplication::sendEvent(&view, &asks);
        }
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        const auto act = [menu](const QString &words) {
            const auto acts = menu->actions();
            const auto found = std::ranges::find(acts, words, &QAction::text);
            return found == acts.end() ? nullptr : *found;
        };
        for (const auto &words :
             {u"Pin the selected node, or unpin it"_s, u"Neighbourhood of the selected node, or everything"_s,
              u"Messages of the selected topic"_s})
            QVERIFY2(act(words) != nullptr && act(words)->isEnabled(), qPrintable(words));
        QTest::mouseClick(menu, Qt::LeftButton, {},
                          menu->actionGeometry(act(u"Messages of the selected topic"_s)).center());
        QVERIFY(tabs()->currentWidget() == messages());
        Q_EMIT m_window.shop().snapshotTaken(snapshot(7));
        QCOMPARE(chosenQueue(), u"Microservices: Shipping"_s);
    }

    void itsNeighbourhoodIsSeenByDoubleClick()
    {
        auto &view = m_window.micro().view();
        QTest::mouseDClick(&view, Qt::LeftButton, {}, place());
        QVERIFY(view.focused() == placed().node);
        view.focusOn({});
    }

    void itsMessagesAreOfferedUnderTheMouse()
    {
        auto &view = m_window.micro().view();
        const QPointF there = place();
        QMouseEvent move(QEvent::MouseMove, there, view.mapToGlobal(there), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &move);
        auto *bar = m_window->findChild<NodeBar *>();
        QTRY_VERIFY(bar->isVisible());
        const auto buttons = bar->findChildren<QToolButton *>();
        const auto offered = std::ranges::find_if(buttons, [](const QToolButton *each) {
            return each->isVisible() && each->text() == u"Its messages…";
        });
        QVERIFY(offered != buttons.end());
        QTest::mouseClick(*offered, Qt::LeftButton);
        QVERIFY(tabs()->currentWidget() == messages());
        bar->hide();
    }

    void withoutATopicItSaysWhatToDo()
    {
        m_window->acts().action(u"topic.messages"_s)->trigger(); // a service is selected
        QCOMPARE(tabs()->currentIndex(), 0);
        const auto labels = m_window->findChild<StatusLine *>()->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text() == u"Select a topic first";
        }));
    }

private:
    static Target placed() { return {{NodeKind::Topic, u"order.placed"_s}, {}}; }
    QPoint place() const
    {
        const auto &view = m_window.micro().view();
        return view.transform().map(view.scene().boxOf(placed()).center()).toPoint();
    }
    void click() { QTest::mouseClick(&m_window.micro().view(), Qt::LeftButton, {}, place()); }
    // So many messages wait for Shipping, and none for anybody else.
    static services::platform::Snapshot snapshot(std::int64_t waiting)
    {
        services::broker::QueueStatus shipping;
        shipping.group = {u"shipping"_s};
        shipping.depth = waiting;
        shipping.topics = {{{u"order.placed"_s}, waiting}};
        services::broker::QueueStatus notifications;
        notifications.group = {u"notifications"_s};
        services::platform::Snapshot snapshot;
        snapshot.at = services::platform::Instant(std::chrono::steady_clock::now());
        snapshot.fleets.resize(2);
        snapshot.fleets[0].title = u"Monolith"_s;
        snapshot.fleets[0].queues = {notifications, shipping};
        snapshot.fleets[1].title = u"Microservices"_s;
        snapshot.fleets[1].queues = {notifications, shipping};
        return snapshot;
    }
    MessagesPanel *messages() const { return m_window->findChild<MessagesPanel *>(); }
    QTabWidget *tabs() const
    {
        for (auto *parent = messages()->parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
            if (auto *found = qobject_cast<QTabWidget *>(parent))
                return found;
        }
        qFatal("The messages are on no tab");
    }
    app::tables::QuietTable *queues() const
    {
        const auto tables = messages()->findChildren<app::tables::QuietTable *>();
        return *std::ranges::find(tables, u"Queues"_s, &QWidget::accessibleName);
    }
    QString chosenQueue() const
    {
        const auto row = queues()->currentIndex();
        const auto cell = [&](int column) { return row.siblingAtColumn(column).data().toString(); };
        return u"%1: %2"_s.arg(cell(QueuesModel::ShapeColumn), cell(QueuesModel::ConsumerColumn));
    }
    InspectorPanel *inspector() const { return m_window->findChild<InspectorPanel *>(); }
    TopicPage *page() const { return inspector()->findChild<TopicPage *>(); }
    QPushButton *button(const QString &words) const
    {
        const auto buttons = inspector()->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(
            buttons, [&](const QPushButton *each) { return each->isVisible() && each->text() == words; });
        return found == buttons.end() ? nullptr : *found;
    }
    bool inspectorSays(const QString &words) const
    {
        const auto labels = inspector()->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    tests::shell::QuietWindow m_window;
};

QTEST_MAIN(TestMainWindowTopics)
#include "tst_mainwindowtopics.moc"
