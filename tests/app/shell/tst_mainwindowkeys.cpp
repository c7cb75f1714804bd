// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/graphtable.h>
#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>
#include <app/shell/actions.h>
#include <app/shell/keyboardhelp.h>
#include <app/shell/topbar.h>

#include <QLabel>
#include <QMenu>
#include <QSet>
#include <QShortcut>

#include <tests/app/shell/quietwindow.h>

using namespace Qt::StringLiterals;
using namespace app::shell;
using tests::shell::unit;

// No key means two things, the list of keys knows each, and they change what the window shows.
class TestMainWindowKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_window.open()); }
    void cleanup() { QVERIFY(m_window.tidy()); }

    void noKeysMeanTwoThings()
    {
        QHash<QKeySequence, QString> taken;
        const auto take = [&](const QKeySequence &keys, const QString &words) {
            if (!keys.isEmpty() && taken.contains(keys))
                qWarning("%s: %s and %s", qPrintable(keys.toString()), qPrintable(words),
                         qPrintable(taken[keys]));
            const bool isFree = keys.isEmpty() || !taken.contains(keys);
            taken[keys] = words;
            return isFree;
        };
        for (const auto &entry : m_window->acts().all()) {
            for (const auto &keys : entry.action->shortcuts())
                QVERIFY(take(keys, entry.words));
        }
        QVERIFY(taken.size() > 15);
        QSet<const QAction *> known;
        for (const auto &entry : m_window->acts().all())
            known.insert(entry.action.data());
        for (const auto *action : m_window->findChildren<QAction *>()) { // nor does anything else take them
            for (const auto &keys : action->shortcuts())
                QVERIFY(known.contains(action) || take(keys, action->text()));
        }
        const auto shortcuts = m_window->findChildren<QShortcut *>();
        for (const auto *shortcut : shortcuts)
            QVERIFY(shortcut->context() == Qt::WidgetShortcut
                    || take(shortcut->key(), shortcut->whatsThis()));
        QSet<std::pair<QObject *, QKeySequence>> takenInside; // tables have the same, each its own
        for (const auto *shortcut : shortcuts) {
            if (shortcut->context() != Qt::WidgetShortcut)
                continue;
            const std::pair inside(shortcut->parent(), shortcut->key());
            QVERIFY2(!taken.contains(shortcut->key()) && !takenInside.contains(inside),
                     qPrintable(shortcut->whatsThis()));
            takenInside.insert(inside);
        }
        QVERIFY(takenInside.size() > 8);
    }

    void noLetterOfTheViewMenuMeansTwoThings()
    {
        QHash<QChar, QString> taken;
        for (const auto *action : m_window->findChild<TopBar *>()->viewMenu().actions()) {
            const auto at = action->text().indexOf(u'&');
            if (action->isSeparator())
                continue;
            QVERIFY2(at >= 0, qPrintable(action->text()));
            const QChar letter = action->text()[at + 1].toLower();
            QVERIFY2(!taken.contains(letter), qPrintable(action->text() + u" and "_s + taken[letter]));
            taken[letter] = action->text();
        }
    }

    void theListOfKeysKnowsThePalette()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        auto *help = m_window->findChild<KeyboardHelp *>();
        QVERIFY(help != nullptr && help->isVisible());
        QStringList words;
        for (auto *label : help->findChildren<QLabel *>())
            words << label->text();
        for (const auto &key : {u"Ctrl+K"_s, u"Ctrl+F"_s, u"F11"_s, u"Ctrl+7"_s, u"Ctrl+Z"_s,
                                u"Left, Right"_s, u"Ctrl+Return"_s})
            QVERIFY2(words.contains(key), qPrintable(key));
        const QString all = words.join(u'\n');
        for (const auto *action : m_window->findChildren<QAction *>()) {
            for (const auto &keys : action->shortcuts())
                QVERIFY2(all.contains(keys.toString(QKeySequence::NativeText)), qPrintable(action->text()));
        }
        for (const auto *shortcut : m_window->findChildren<QShortcut *>()) {
            QVERIFY2(words.contains(shortcut->key().toString(QKeySequence::NativeText)),
                     qPrintable(shortcut->key().toString()));
            QVERIFY2(!shortcut->whatsThis().isEmpty() && words.contains(shortcut->whatsThis()),
                     qPrintable(shortcut->key().toString()));
        }
        QTest::keyClick(help, Qt::Key_Escape);
        QTRY_VERIFY(m_window->findChild<KeyboardHelp *>() == nullptr);
    }

    void presentationShowsPicturesAndJourneysOnly()
    {
        const double usual = QApplication::font().pointSizeF();
        auto *journeys = m_window->findChild<app::journeys::JourneysPanel *>();
        QCoreApplication::processEvents();
        const int least = journeys->minimumWidth();
        for (const auto end : {Qt::Key_F11, Qt::Key_Escape}) {
            QTest::keyClick(m_window.get(), Qt::Key_F11);
            QVERIFY(!m_window->findChild<TopBar *>()->isVisible());
            QVERIFY(!m_window->findChild<app::inspector::InspectorPanel *>()->isVisible());
            QVERIFY(m_window.micro().isVisible());
            QVERIFY(QApplication::font().pointSizeF() > 1.2 * usual);
            QVERIFY(m_window->isFullScreen());
            QTest::keyClick(QApplication::focusWidget(), end);
            QVERIFY(m_window->findChild<TopBar *>()->isVisible());
            QCOMPARE(QApplication::font().pointSizeF(), usual);
            QVERIFY(!m_window->isFullScreen());
            QTRY_COMPARE(journeys->minimumWidth(), least);
        }
    }

    void theTableIsOneKeyAway()
    {
        m_window.micro().view().setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_window.micro().isTable());
        QVERIFY(m_window.micro().table().hasFocus());
        QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!m_window.micro().isTable());
    }

    void theNeighbourhoodOfTheSelectedNodeIsSeen()
    {
        m_window.micro().view().choose(unit(u"payments"_s));
        m_window->acts().action(u"picture.focus"_s)->trigger();
        QVERIFY(m_window.micro().view().focused() == unit(u"payments"_s).node);
        m_window->acts().action(u"picture.focus"_s)->trigger();
        QVERIFY(!m_window.micro().view().focused().has_value());
    }

private:
    tests::shell::QuietWindow m_window;
};

QTEST_MAIN(TestMainWindowKeys)
#include "tst_mainwindowkeys.moc"
