// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/inspector/inspectorpanel.h>
#include <app/shell/actions.h>

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QSet>
#include <QTabWidget>
#include <QTest>

#include <tests/app/shell/quietwindow.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace app::shell;
using app::graph::Target;
using app::inspector::InspectorPanel;
using model::layout::NodeKind;

// Whatever page is in front, below the pictures or in the inspector, the keyboard comes to all of it.
class TestMainWindowReach : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_window.open()); }
    void init()
    {
        m_window.micro().setTable(false);
        tabs(u"timeline"_s)->setCurrentIndex(0);
        m_window.micro().view().choose(unit(u"cart"_s));
        inspectorTabs()->setCurrentIndex(0);
    }

    void everyTabBelowIsReached_data()
    {
        QTest::addColumn<QString>("tab");
        for (const auto &tab : {u"timeline"_s, u"traces"_s, u"requests"_s, u"capacity"_s, u"orders"_s,
                                u"messages"_s, u"books"_s})
            QTest::addRow("%s", qPrintable(tab)) << tab;
    }
    void everyTabBelowIsReached()
    {
        QFETCH(QString, tab);
        tabs(tab)->setCurrentWidget(m_window->findChild<QWidget *>(tab));
        expectAllReached();
    }

    void everyPageAboutAUnitIsReached_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<QString>("name");
        for (int page = 0; page < inspectorTabs()->count(); ++page)
            QTest::addRow("%s", qPrintable(inspectorTabs()->tabText(page).remove(u'&')))
                << page << (page % 2 == 0 ? u"orders"_s : u"shipping"_s);
    }
    void everyPageAboutAUnitIsReached()
    {
        QFETCH(int, page);
        QFETCH(QString, name);
        m_window.micro().view().choose(unit(name));
        inspectorTabs()->setCurrentIndex(page);
        expectAllReached();
    }

    void everyOtherPageOfTheInspectorIsReached_data()
    {
        QTest::addColumn<QString>("about");
        for (const auto &about : {u"nothing"_s, u"a call"_s, u"a team"_s, u"a topic"_s, u"a module"_s})
            QTest::addRow("%s", qPrintable(about)) << about;
    }
    void everyOtherPageOfTheInspectorIsReached()
    {
        QFETCH(QString, about);
        auto &view = m_window.micro().view();
        if (about == u"nothing") {
            view.setFocus();
            QTest::keyClick(&view, Qt::Key_Escape);
        } else if (about == u"a call") {
            view.choose(view.scene().linesOf(unit(u"orders"_s).node).front());
        } else if (about == u"a team") {
            m_window->acts().action(u"team/checkout"_s)->trigger();
        } else if (about == u"a topic") {
            view.choose({{NodeKind::Topic, u"order.placed"_s}, {}});
        } else {
            m_window.mono().view().choose({{NodeKind::Unit, u"shop"_s}, {{u"orders"_s}}});
        }
        expectAllReached();
    }

    void theTableOfAPictureIsReached()
    {
        m_window.micro().setTable(true);
        expectAllReached();
    }

private:
    static Target unit(const QString &name) { return {{NodeKind::Unit, name}, {}}; }
    static bool takesTab(const QWidget *widget)
    {
        return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0
            && widget->focusProxy() == nullptr;
    }
    static QString kindOf(const QWidget *widget)
    {
        return QString::fromLatin1(widget->metaObject()->className());
    }
    static QString nameOf(QWidget *widget)
    {
        auto *accessible = QAccessible::queryAccessibleInterface(widget);
        return accessible == nullptr ? QString() : accessible->text(QAccessible::Name);
    }
    // Those of a group are reached by arrow keys.
    static bool isInGroup(const QWidget *widget)
    {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        return button != nullptr && button->group() != nullptr;
    }
    static services::platform::Snapshot snapshot()
    {
        services::broker::QueueStatus shipping;
        shipping.group = {u"shipping"_s};
        shipping.depth = 3;
        services::platform::Snapshot snapshot;
        snapshot.at = services::platform::Instant(std::chrono::steady_clock::now());
        snapshot.fleets.resize(2);
        for (const auto &name : {u"orders"_s, u"shipping"_s, u"cart"_s}) {
            services::platform::InstanceSnapshot instance;
            instance.status.id = {name + u"-1"_s};
            instance.status.unit = {name};
            instance.status.state = services::runtime::InstanceState::Healthy;
            snapshot.fleets[1].instances.push_back(instance);
        }
        snapshot.fleets[1].queues = {shipping};
        return snapshot;
    }
    void expectAllReached()
    {
        Q_EMIT m_window.shop().snapshotTaken(snapshot());
        QCoreApplication::processEvents();
        m_window.mono().view().setFocus();
        QStringList lacking;
        QSet<QWidget *> unreached;
        for (auto *widget : m_window->findChildren<QWidget *>()) {
            if (!takesTab(widget))
                continue;
            if (nameOf(widget).isEmpty())
                lacking << kindOf(widget) + u" has no name"_s;
            if (!isInGroup(widget))
                unreached.insert(widget);
        }
        const auto expected = unreached.size();
        QVERIFY(expected > 8);
        for (int presses = 0; presses < 4 * expected && !unreached.isEmpty(); ++presses) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            unreached.remove(QApplication::focusWidget());
        }
        for (auto *widget : unreached)
            lacking << u"%1 '%2' is not reached"_s.arg(kindOf(widget), nameOf(widget));
        QVERIFY2(lacking.isEmpty(), qPrintable(lacking.join(u"; "_s)));
    }
    // Those which hold the page of that name.
    QTabWidget *tabs(const QString &page) const
    {
        for (auto *parent = m_window->findChild<QWidget *>(page)->parentWidget(); parent != nullptr;
             parent = parent->parentWidget()) {
            if (auto *found = qobject_cast<QTabWidget *>(parent))
                return found;
        }
        qFatal("No tab holds it");
    }
    QTabWidget *inspectorTabs() const
    {
        return m_window->findChild<InspectorPanel *>()->findChild<QTabWidget *>();
    }

    tests::shell::QuietWindow m_window;
};

QTEST_MAIN(TestMainWindowReach)
#include "tst_mainwindowreach.moc"
