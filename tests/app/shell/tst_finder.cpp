// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/actions.h>
#include <app/shell/finder.h>

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::shell;

// The palette and its registry, in a window of their own.
class TestFinder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        m_button = new QPushButton(u"Before"_s, m_window.get());
        m_finder = new Finder(*m_window);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_button->setFocus();
        m_done.clear();
        m_pointed.clear();
    }
    void cleanup() { m_window.reset(); }

    void lettersFindArrowsPointAndEnterChooses()
    {
        const QAbstractItemModelTester tester(&m_finder->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_finder->open(u"Do anything"_s, some());
        auto *line = m_finder->findChild<QLineEdit *>();
        QVERIFY(line->hasFocus());
        QCOMPARE(m_finder->model().rowCount(), 4);
        QTest::keyClicks(line, u"cra"_s);
        QCOMPARE(m_finder->model().rowCount(), 2);
        QCOMPARE(m_pointed.last(), u"Crash Cart"_s); // the shorter one
        QTest::keyClick(line, Qt::Key_Down);
        QCOMPARE(m_pointed.last(), u"Crash Payments"_s);
        QTest::keyClick(line, Qt::Key_Down); // around the end
        QCOMPARE(m_pointed.last(), u"Crash Cart"_s);
        QTest::keyClick(line, Qt::Key_Up);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(m_done, QStringList{u"Crash Payments"_s});
        QVERIFY(!m_finder->isVisible());
        QVERIFY(m_button->hasFocus()); // where it was
    }

    void whatHarmsComesAfterWhatFitsAsWell()
    {
        auto all = some();
        for (auto &each : all)
            each.isHarmful = each.words.startsWith(u"Crash");
        all.push_back(all.front());
        all.back().words = u"Cart and all that it calls"_s;
        all.back().isHarmful = false;
        m_finder->open(u"Do anything"_s, std::move(all));
        auto *line = m_finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"cart"_s);
        QCOMPARE(m_finder->model().index(0, 0).data().toString(), u"Cart and all that it calls"_s);
        QSignalSpy nothing(m_finder, &Finder::nothingFits);
        QTest::keyClicks(line, u"zzz"_s);
        QCOMPARE(nothing.size(), 3);
    }

    void whatHarmsIsNotFirstUnlessItIsCalledByItsName()
    {
        auto all = some();
        for (auto &each : all) {
            each.isHarmful = each.words.startsWith(u"Crash");
            each.synonyms = each.isHarmful ? u"kill"_s : QString();
        }
        std::swap(all[0].isEnabled, all[1].isEnabled); // only "Crash Payments" cannot be done
        std::swap(all[1], all[2]);
        all[2].words = u"Kilimanjaro"_s;
        all[3].words = u"Dark ash"_s;
        m_finder->open(u"Do anything"_s, all);
        QCOMPARE(m_finder->model().at(0).words, u"Kilimanjaro"_s); // nothing is typed
        auto *line = m_finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"ash"_s);
        QCOMPARE(m_finder->model().rowCount(), 3);
        QCOMPARE(m_finder->model().at(0).words, u"Dark ash"_s);
        line->clear();
        QTest::keyClicks(line, u"ki"_s);
        QCOMPARE(m_finder->model().at(0).words, u"Kilimanjaro"_s);
        QTest::keyClicks(line, u"ll"_s); // nothing but what harms
        QVERIFY(m_finder->model().at(0).isHarmful);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(m_done, QStringList());
        QVERIFY(m_finder->isVisible());
        QTest::keyClick(line, Qt::Key_Down); // who points at it means it
        QCOMPARE(m_pointed.last(), u"Crash Cart"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(m_done, QStringList{u"Crash Cart"_s});
        m_finder->open(u"Do anything"_s, all);
        QTest::keyClicks(line, u"cr cart"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(m_done.size(), 2);
    }

    void itIsAsHighAsWhatFitsAndTheLineStaysWhereItIs()
    {
        m_finder->open(u"Do anything"_s, some());
        auto *line = m_finder->findChild<QLineEdit *>();
        const auto place = line->mapTo(m_window.get(), QPoint());
        const int height = m_finder->height();
        for (const auto &typed : {u"crash payments"_s, u"nothing like that"_s}) {
            line->clear();
            QTest::keyClicks(line, typed);
            QVERIFY2(m_finder->height() < height, qPrintable(typed));
            QCOMPARE(line->mapTo(m_window.get(), QPoint()), place);
        }
        line->clear();
        QCOMPARE(m_finder->height(), height);
    }

    void escapePutsItAway()
    {
        QSignalSpy closed(m_finder, &Finder::closed);
        m_finder->open(u"Do anything"_s, some());
        QTest::keyClick(m_finder->findChild<QLineEdit *>(), Qt::Key_Escape);
        QVERIFY(!m_finder->isVisible());
        QCOMPARE(closed.size(), 1);
        QCOMPARE(m_done, QStringList());
    }

    void whatCannotBeDoneNowIsLastAndDoesNothing()
    {
        m_finder->open(u"Do anything"_s, some());
        const int last = m_finder->model().rowCount() - 1;
        QCOMPARE(m_finder->model().at(last).words, u"Restart Cart"_s);
        auto *line = m_finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"restart cart"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(m_done, QStringList());
        QVERIFY(m_finder->isVisible());
    }

    void nothingFitsIsSaid()
    {
        m_finder->open(u"Do anything"_s, some());
        QTest::keyClicks(m_finder->findChild<QLineEdit *>(), u"zzz"_s);
        QCOMPARE(m_finder->model().rowCount(), 0);
        QTest::keyClick(m_finder->findChild<QLineEdit *>(), Qt::Key_Return);
        QVERIFY(m_finder->isVisible());
    }

    void menusKeysAndPaletteKnowTheSameActs()
    {
        Actions actions(*m_window);
        int done = 0;
        actions.add({u"one"_s, u"Group"_s, u"&First"_s, {QKeySequence(Qt::CTRL | Qt::Key_J)}},
                    [&] { ++done; });
        actions.add({u"two"_s, u"Group"_s, u"Second"_s}, [&] { done += 10; });
        QMenu menu;
        actions.fill(menu, {u"one"_s, {}, u"two"_s, u"nobody"_s});
        QCOMPARE(menu.actions().size(), 3); // and the line between
        QCOMPARE(actions.keys().size(), size_t(1));
        QCOMPARE(actions.keys().front().words, u"First"_s);
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(done, 1);
        actions.action(u"two"_s)->trigger();
        QCOMPARE(done, 11);
        QCOMPARE(actions.all().front().id, u"two"_s); // used last
        QCOMPARE(actions.recent(), (QStringList{u"two"_s, u"one"_s}));
    }

    void whatIsTooMuchForTheStartIsMadeWhenItIsListed()
    {
        Actions actions(*m_window);
        actions.addSource([&] {
            if (actions.action(u"late"_s) == nullptr)
                actions.add({u"late"_s, u"Group"_s, u"Late"_s}, [] {});
        });
        QVERIFY(actions.action(u"late"_s) == nullptr);
        QCOMPARE(actions.all().size(), size_t(1));
        QCOMPARE(actions.all().size(), size_t(1)); // once
    }

private:
    std::vector<Findable> some()
    {
        std::vector<Findable> all;
        for (const auto &words : {u"Crash Payments"_s, u"Restart Cart"_s, u"Crash Cart"_s, u"Dark"_s})
            all.push_back({words,
                           u"Microservices"_s,
                           {},
                           words != u"Restart Cart",
                           [this, words] { m_done << words; },
                           [this, words] { m_pointed << words; }});
        return all;
    }

    std::unique_ptr<QWidget> m_window;
    QPushButton *m_button = nullptr;
    Finder *m_finder = nullptr;
    QStringList m_done;
    QStringList m_pointed;
};

QTEST_MAIN(TestFinder)
#include "tst_finder.moc"
