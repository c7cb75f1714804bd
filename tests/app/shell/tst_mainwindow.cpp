// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/charts/capacitypanel.h>
#include <app/shell/aboutbox.h>
#include <app/shell/actions.h>
#include <app/shell/keyboardhelp.h>
#include <app/shell/noticebar.h>

#include <QAccessible>
#include <QActionGroup>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTabBar>
#include <QTabWidget>

#include <tests/app/shell/letters.h>
#include <tests/app/shell/quietwindow.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace app::shell;

namespace {

bool takesTab(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0
        && widget->focusProxy() == nullptr;
}

QString nameOf(QWidget *widget)
{
    auto *accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible == nullptr ? QString() : accessible->text(QAccessible::Name);
}

} // namespace

// The real window, with nothing behind it: what is seen and reached in it.
class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { m_window.close(); }

    void isNoLargerThanTheScreenBeforeItIsShown()
    {
        m_window.build();
        const QSize room = m_window->screen()->availableSize(); // less than it would like to have
        QVERIFY(room.width() < 1440 && room.height() < 900);
        QVERIFY(m_window->height() < room.height());
        QCOMPARE(m_window->width(), std::max(m_window->minimumWidth(), room.width() - 16));
        QVERIFY(m_window->isMaximized());
    }

    void showsOneShapeOrBoth()
    {
        QVERIFY(m_window.open());
        const std::pair<Qt::Key, std::pair<bool, bool>> keys[]
            = {{Qt::Key_1, {true, false}}, {Qt::Key_2, {true, true}}, {Qt::Key_3, {false, true}}};
        for (const auto &[key, visible] : keys) {
            QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
            QCOMPARE(m_window.mono().isVisible(), visible.first);
            QCOMPARE(m_window.micro().isVisible(), visible.second);
        }
    }

    void opensInEachAppearance()
    {
        using app::style::Preference;
        for (const auto preference :
             {Preference::HighContrast, Preference::Dark, Preference::Light, Preference::System}) {
            m_window.close();
            m_window.appearance().setPreference(preference);
            QVERIFY(m_window.open());
            const auto actions = m_window->findChildren<QAction *>();
            const auto chosen = std::ranges::count_if(actions, [](const QAction *action) {
                return action->isChecked() && action->actionGroup() != nullptr;
            });
            QVERIFY(chosen >= 2); // it, and a language
        }
    }

    void everythingIsReachedByTabAndHasAName()
    {
        QVERIFY(m_window.open());
        QSet<QWidget *> expected;
        for (auto *widget : m_window->findChildren<QWidget *>()) {
            if (takesTab(widget))
                expected.insert(widget);
        }
        QVERIFY(expected.size() > 8);
        QSet<QWidget *> reached;
        for (int presses = 0; presses < 4 * expected.size(); ++presses) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached.insert(QApplication::focusWidget());
        }
        for (auto *widget : expected) {
            const QString words
                = u"%1 '%2'"_s.arg(QString::fromLatin1(widget->metaObject()->className()), nameOf(widget));
            const bool inGroup = qobject_cast<QAbstractButton *>(widget) != nullptr
                && static_cast<QAbstractButton *>(widget)->group() != nullptr; // reached by arrow keys
            QVERIFY2(reached.contains(widget) || inGroup, qPrintable(words));
            QVERIFY2(!nameOf(widget).isEmpty(), qPrintable(words));
        }
    }

    void noLetterMeansTwoThings()
    {
        QVERIFY(m_window.open());
        auto *tabs = m_window->findChild<QTabWidget *>();
        tabs->setCurrentIndex(2);
        auto &view = m_window.micro().view();
        view.choose(view.scene().targets().front()); // the inspector shows its verbs
        const auto letters = tests::shell::lettersOf(*m_window.get());
        QCOMPARE(letters.shared, QStringList());
        QVERIFY2(letters.taken.size() > 12, qPrintable(letters.taken.values().join(u", "_s)));
    }

    void listsItsKeys()
    {
        QVERIFY(m_window.open());
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        auto *help = m_window->findChild<KeyboardHelp *>();
        QVERIFY(help != nullptr && help->isVisible());
        QStringList words;
        for (auto *label : help->findChildren<QLabel *>())
            words << label->text();
        for (const auto &key : {u"F1 or ?"_s, u"Ctrl+1"_s, u"Ctrl+B"_s, u"Ctrl+Q"_s, u"F6"_s, u"Arrows"_s})
            QVERIFY2(words.contains(key), qPrintable(key));
        QTest::keyClick(help, Qt::Key_Escape);
        QTRY_VERIFY(m_window->findChild<KeyboardHelp *>() == nullptr);
    }

    void saysUnderWhichLicencesItIs()
    {
        QVERIFY(m_window.open());
        m_window->acts().action(u"help.about"_s)->trigger();
        auto *about = m_window->findChild<AboutBox *>();
        QVERIFY(about != nullptr && about->isVisible());
        QTest::keyClick(about, Qt::Key_Escape);
        QTRY_VERIFY(m_window->findChild<AboutBox *>() == nullptr);
    }

    void goesFromPanelToPanel()
    {
        QVERIFY(m_window.open());
        m_window.mono().view().setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QVERIFY(m_window.micro().view().hasFocus());
        const auto *start = QApplication::focusWidget();
        int steps = 0;
        do {
            QTest::keyClick(m_window.get(), Qt::Key_F6);
        } while (QApplication::focusWidget() != start && ++steps < 10);
        QVERIFY(steps >= 3 && steps < 10);
    }

    void aNoticeStaysUntilItIsPutAway()
    {
        QVERIFY(m_window.open());
        auto *bar = m_window->findChild<NoticeBar *>();
        QVERIFY(!bar->isVisible());
        m_window->showNotice(u"The settings file was damaged."_s);
        QVERIFY(bar->isVisible());
        QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(!bar->isVisible());
    }

    void remembersWhatWasChosen()
    {
        QVERIFY(m_window.open());
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(m_window->settings().shape, u"microservices"_s);
        QCOMPARE(m_window->settings().shoppersPerSecond, 70.0);
    }

    void thePicturesStayWhenTabsChange()
    {
        QVERIFY(m_window.open());
        auto *tabs = m_window->findChild<QTabWidget *>();
        for (const QSize size : {QSize(1440, 900), QSize(1280, 720), QSize(1100, 640)}) {
            m_window->resize(size);
            QTRY_COMPARE(m_window->size(), size);
            const int height = m_window.micro().height();
            for (const int tab : {1, 2, 3, 4, 5, 6, 0}) {
                tabs->setCurrentIndex(tab);
                QTest::qWait(0); // what a tab needs is asked for later
                QCOMPARE(m_window.micro().height(), height);
                QCOMPARE(tabs->currentIndex(), tab);
            }
        }
    }

    void capacityIsATabWhichTheKeyboardReaches()
    {
        QVERIFY(m_window.open());
        auto *tabs = m_window->findChild<QTabWidget *>();
        auto *panel = m_window->findChild<app::charts::CapacityPanel *>();
        QVERIFY(!panel->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier);
        QVERIFY(panel->isVisible());
        tabs->tabBar()->setFocus();
        QTest::keyClick(tabs->tabBar(), Qt::Key_Left);
        QVERIFY(!panel->isVisible());
        QTest::keyClick(tabs->tabBar(), Qt::Key_Right);
        QVERIFY(panel->isVisible());
        QTest::keyClick(tabs->tabBar(), Qt::Key_Tab); // to the words
        QVERIFY(panel->isAncestorOf(QApplication::focusWidget()));
    }

    void ordersMessagesAndBooksAreReachedByTheKeyboard()
    {
        QVERIFY(m_window.open());
        auto *tabs = m_window->findChild<QTabWidget *>();
        const std::pair<Qt::Key, QString> pages[]
            = {{Qt::Key_4, u"Orders"_s}, {Qt::Key_5, u"Messages"_s}, {Qt::Key_6, u"Books balance"_s}};
        for (const auto &[key, title] : pages) {
            QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
            QCOMPARE(tabs->tabText(tabs->currentIndex()), title);
            QVERIFY(tabs->currentWidget()->isAncestorOf(QApplication::focusWidget()));
        }
    }

    void fitsIntoASmallScreen()
    {
        QVERIFY(m_window.open());
        QVERIFY(m_window->minimumSizeHint().width() <= 1280);
        QVERIFY(m_window->minimumSizeHint().height() <= 720);
    }

private:
    tests::shell::QuietWindow m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
