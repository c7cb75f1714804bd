// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>
#include <app/shell/actions.h>
#include <app/shell/finder.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTableView>

#include <tests/app/shell/quietwindow.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace app::shell;
using app::graph::Target;
using model::layout::NodeKind;
using tests::shell::unit;

// What a person types finds what he means, and does it.
class TestMainWindowFinder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_window.open()); }
    void cleanup() { QVERIFY(m_window.tidy()); }

    void otherWordsFindTheSameActs_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("double") << u"double cart micro"_s << u"Cart: One instance more"_s;
        QTest::newRow("scale") << u"scale cart micro"_s << u"Cart: One instance more"_s;
        QTest::newRow("explain") << u"explain check micro"_s << u"Follow one “Check out”"_s;
        QTest::newRow("story") << u"story check mono"_s << u"Follow one “Check out”"_s;
        QTest::newRow("night") << u"night"_s << u"Dark"_s;
        QTest::newRow("dark") << u"dark"_s << u"Dark"_s;
        QTest::newRow("undo") << u"undo all"_s << u"Undo all faults"_s;
        QTest::newRow("heal") << u"heal all"_s << u"Undo all faults"_s;
        QTest::newRow("kill") << u"kill"_s << u"Break something"_s;
        QTest::newRow("zoom") << u"zoom in"_s << u"Nearer"_s;
    }
    void otherWordsFindTheSameActs()
    {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        auto *finder = m_window.palette(Qt::Key_K);
        QTest::keyClicks(finder->findChild<QLineEdit *>(), typed);
        QVERIFY(finder->model().rowCount() > 0);
        QString words = finder->model().at(0).words;
        QCOMPARE(words.remove(u"✓ "_s), first);
    }

    void compareFindsEachWayToCompare()
    {
        auto *finder = m_window.palette(Qt::Key_K);
        QTest::keyClicks(finder->findChild<QLineEdit *>(), u"compare"_s);
        QStringList found;
        for (int row = 0; row < finder->model().rowCount(); ++row)
            found << finder->model().at(row).words;
        for (const auto &way : {u"Compare"_s, u"Show both shapes side by side"_s, u"Go to Traces"_s})
            QVERIFY2(found.contains(way), qPrintable(found.join(u'\n')));
    }

    // Each word of each act, alone, and what is within it: whoever types it and presses Enter breaks nothing
    // that he has not named.
    void nothingHarmfulIsFirstByChance()
    {
        m_window.micro().view().choose(unit(u"orders"_s));
        QSet<QString> queries{{}, u"kill"_s, u"stop"_s, u"the"_s, u"a"_s, u"e"_s, u"it"_s, u"now"_s};
        size_t harmful = 0;
        static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s);
        for (const auto &entry : m_window->acts().all()) {
            harmful += entry.isHarmful ? 1 : 0;
            const QString all = u"%1 %2 %3"_s.arg(entry.words, entry.context, entry.group).toLower();
            for (const auto &word : all.split(between, Qt::SkipEmptyParts))
                queries << word << word.mid(1, 3);
        }
        QVERIFY(harmful > 50);
        QVERIFY(queries.size() > 200);
        auto *finder = m_window.palette(Qt::Key_K);
        auto *line = finder->findChild<QLineEdit *>();
        auto *list = finder->findChild<QListView *>();
        for (const auto &query : queries) {
            line->setText(query);
            if (!list->currentIndex().isValid())
                continue; // Enter does nothing
            QCOMPARE(list->currentIndex().row(), 0);
            const auto &first = finder->model().at(0);
            QVERIFY2(!first.isHarmful || isNamed(query, first.words),
                     qPrintable(query + u": "_s + first.words));
        }
    }

    void anActOfAHiddenPageBringsItToTheFront()
    {
        auto *finder = m_window.palette(Qt::Key_K);
        auto *line = finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"naive latency"_s);
        QTest::keyClick(line, Qt::Key_Return);
        auto *tabs = m_window->findChild<QTabWidget *>();
        tabs->setCurrentIndex(3);
        m_window.palette(Qt::Key_K);
        QVERIFY2(finder->model().at(0).words == u"✓ Naive latency too"_s, "used last, and it is on");
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(tabs->currentIndex(), 0);
        m_window.palette(Qt::Key_K);
        QTest::keyClicks(line, u"tab headers"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(m_window->settings().tab, u"requests"_s);
        m_window.palette(Qt::Key_K);
        QTest::keyClicks(line, u"endpoint stock product"_s);
        QTest::keyClick(line, Qt::Key_Return);
        bool isChosen = false;
        for (const auto *box : m_window->findChildren<QComboBox *>())
            isChosen = isChosen || box->currentText().endsWith(u"GET /stock/{product}"_s);
        QVERIFY(isChosen);
        m_window.palette(Qt::Key_K);
        QTest::keyClicks(line, u"go to seconds to wait"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Seconds to wait at most"_s);
    }

    void theCallsOfATeamAndTheirPoliciesAreALineAway()
    {
        auto *finder = m_window.palette(Qt::Key_K);
        auto *line = finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"orders payments charges breaker micro"_s);
        QCOMPARE(finder->model().at(0).words, u"Orders → Payments POST /charges: Circuit breaker"_s);
        QTest::keyClick(line, Qt::Key_Return);
        m_window.palette(Qt::Key_K);
        QCOMPARE(finder->model().at(0).words, u"✓ Orders → Payments POST /charges: Circuit breaker"_s);
        QTest::keyClicks(line, u"all calls breaker micro"_s);
        QCOMPARE(finder->model().at(0).words, u"All calls: Circuit breaker"_s); // not all have one
        QTest::keyClick(line, Qt::Key_Return);
        m_window.palette(Qt::Key_K);
        QCOMPARE(finder->model().at(0).words, u"✓ All calls: Circuit breaker"_s);
        QTest::keyClicks(line, u"orders catalogue"_s);
        QTest::keyClick(line, Qt::Key_Escape);
        m_window.palette(Qt::Key_K);
        QTest::keyClicks(line, u"team discovery"_s);
        QTest::keyClick(line, Qt::Key_Return);
        auto *inspector = m_window->findChild<app::inspector::InspectorPanel *>();
        bool isTold = false;
        for (const auto *label : inspector->findChildren<QLabel *>())
            isTold = isTold || (label->isVisible() && label->text().contains(u"Discovery"_s));
        QVERIFY(isTold);
    }

    void thePaletteDoesWhatIsTyped()
    {
        auto *finder = m_window.palette(Qt::Key_K);
        auto *line = finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"theme dark"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(m_window.appearance().theme().isDark());
        m_window.palette(Qt::Key_K);
        QCOMPARE(finder->model().at(0).words, u"✓ Dark"_s); // used last
        QTest::keyClicks(line, u"light"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(!m_window.appearance().theme().isDark());
        QCOMPARE(m_window->workspace().recentActs.mid(0, 2),
                 (QStringList{u"theme.light"_s, u"theme.dark"_s}));
    }

    void thePaletteIsChosenFromByTheMouseToo()
    {
        auto *finder = m_window.palette(Qt::Key_K);
        QTest::keyClicks(finder->findChild<QLineEdit *>(), u"go to capacity"_s);
        auto *list = finder->findChild<QListView *>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(finder->model().index(0)).center());
        QVERIFY(!finder->isVisible());
        QCOMPARE(m_window->settings().tab, u"capacity"_s);
    }

    void whatIsLookedForIsMarkedAndChosenInBothShapes()
    {
        auto *finder = m_window.palette(Qt::Key_F);
        auto *line = finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"charges"_s); // of payments
        QVERIFY(finder->model().rowCount() >= 1);
        const Target module{{NodeKind::Unit, u"shop"_s}, {{u"payments"_s}}};
        QVERIFY(m_window.micro().view().found().front() == unit(u"payments"_s));
        QVERIFY(m_window.mono().view().found().front() == module);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(m_window.micro().view().selected() == unit(u"payments"_s));
        QVERIFY(m_window.mono().view().selected() == module);
        QVERIFY(m_window.micro().view().found().empty() && m_window.mono().view().found().empty());
        m_window.palette(Qt::Key_F);
        QTest::keyClicks(line, m_window.system().topics.front().id.value);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(m_window.micro().view().selected()->node.kind, NodeKind::Topic);
    }

    void aJourneyIsFoundWithWhoServesIt()
    {
        auto *finder = m_window.palette(Qt::Key_F);
        auto *line = finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"check out journey"_s);
        QCOMPARE(finder->model().at(0).words, u"Check out"_s);
        const auto &found = m_window.micro().view().found();
        for (const auto &server : {u"storefront"_s, u"orders"_s, u"payments"_s, u"inventory"_s})
            QVERIFY2(std::ranges::find(found, unit(server)) != found.end(), qPrintable(server));
        QTest::keyClick(line, Qt::Key_Return);
        auto *table = m_window->findChild<app::journeys::JourneysPanel *>()->findChild<QTableView *>();
        QVERIFY(table->hasFocus());
        QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"Check out"_s);
    }

private:
    // Whether each letter is next to the one before, or begins a word: "crcat" of "Crash Catalogue".
    static bool isNamed(const QString &query, const QString &words)
    {
        const QString beginning = u"(?<![\\p{L}\\p{N}])"_s;
        QStringList letters;
        for (const QChar letter : query)
            letters << QRegularExpression::escape(QString(letter));
        return !query.isEmpty()
            && words.contains(QRegularExpression(beginning + letters.join(u"(?:|.*"_s + beginning + u')'),
                                                 QRegularExpression::CaseInsensitiveOption));
    }

    tests::shell::QuietWindow m_window;
};

QTEST_MAIN(TestMainWindowFinder)
#include "tst_mainwindowfinder.moc"
