// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sometraces.h"

#include <app/traces/durationhistogram.h>
#include <app/traces/tracespanel.h>
#include <app/traces/waterfallview.h>

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::traces;
using tests::support::spansOf;
using tests::traces::glance;

class TestTracesPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_panel = std::make_unique<TracesPanel>(m_shop.system, m_shop.shapes());
        m_panel->setTheme(app::style::Theme::dark());
        m_panel->resize(1280, 260);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        m_wanted = std::make_unique<QSignalSpy>(m_panel.get(), &TracesPanel::traceWanted);
        m_panel->showTraces(m_traces);
    }

    void filtersByWhatAPersonChooses()
    {
        QCOMPARE(m_panel->model().rowCount(), 3);
        box(u"Result"_s).setFocus();
        QTest::keyClick(&box(u"Result"_s), Qt::Key_End);
        QCOMPARE(m_panel->model().rowCount(), 1);
        QTest::keyClick(&box(u"Result"_s), Qt::Key_Home);
        QTest::keyClick(&box(u"Shape"_s), Qt::Key_Down);
        QCOMPARE(m_panel->model().rowCount(), 1);
        QTest::keyClick(&box(u"Shape"_s), Qt::Key_Home);
        QTest::mouseClick(&check(u"Hit by a fault"_s), Qt::LeftButton, {},
                          {6, check(u"Hit by a fault"_s).height() / 2});
        QCOMPARE(m_panel->model().rowCount(), 1);
    }

    void aFleetThatIsNotShownIsNotListed()
    {
        m_panel->setFleetVisible(0, false);
        QCOMPARE(m_panel->model().rowCount(), 2);
    }

    void aRangeOfDurationsNarrowsTheList()
    {
        auto *histogram = m_panel->findChild<DurationHistogram *>();
        QTest::keyClick(histogram, Qt::Key_Left); // the slowest of all
        QVERIFY(m_panel->model().rowCount() <= 1);
        QTest::keyClick(histogram, Qt::Key_Escape);
        QCOMPARE(m_panel->model().rowCount(), 3);
    }

    void turnsToTheOneThatSomebodyPointsAt()
    {
        QSignalSpy logs(m_panel.get(), &TracesPanel::logsWanted);
        model::telemetry::TraceId id{};
        id.back() = 1;
        m_panel->choose(1, id);
        QCOMPARE(m_wanted->last()[0].toInt(), 1);
        const auto spans = spansOf(tests::traces::checkOut, 1);
        m_panel->choose(1, spans.front().trace);
        m_panel->showTrace(1, spans.front().trace, spans);
        QCOMPARE(waterfall().waterfall().rowCount(), 12);
        QVERIFY(!check(u"Live"_s).isChecked());
        waterfall().setCurrentIndex(waterfall().waterfall().index(4, 0)); // serve orders
        for (auto *button : m_panel->findChildren<QPushButton *>()) {
            if (button->text() == u"Logs"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(logs.size(), 1);
        QCOMPARE(logs[0][1].value<model::system::CapabilityId>().value, u"orders"_s);
        QCOMPARE(logs[0][2].value<model::telemetry::TraceId>(), spans.front().trace);
        QCOMPARE(waterfall().waterfall().bar(4).title, u"Orders works on Orders 1"_s);
        QVERIFY(hasCell(u"Orders 1"_s));
    }

    void namesTheInstancesOfTheShapeThatServedIt()
    {
        const auto spans = spansOf(tests::traces::checkOutInOneBox, 2);
        m_panel->choose(0, spans.front().trace);
        m_panel->showTrace(0, spans.front().trace, spans);
        waterfall().setCurrentIndex(waterfall().waterfall().index(2, 0));
        QCOMPARE(waterfall().waterfall().bar(2).title, u"Storefront works on Shop 1"_s);
        QVERIFY(hasCell(u"Shop 1"_s));
    }

    void showsTheOneThatIsChosen()
    {
        QTest::keyClick(&list(), Qt::Key_Down);
        QCOMPARE(m_wanted->size(), 1);
        QVERIFY(!check(u"Live"_s).isChecked()); // the list keeps still for who reads it
        QCOMPARE(m_wanted->front()[0].toInt(), 1);
        answer(1, 1, tests::traces::checkOut);
        QCOMPARE(waterfall().waterfall().rowCount(), 12);
        QVERIFY(hasLabel(u"Check out, 62 ms"_s));
        waterfall().setFocus();
        QTest::keyClick(&waterfall(), Qt::Key_End);
        QVERIFY(hasCell(u"Shipping hears that an order was placed"_s));
        answer(0, 9, tests::traces::checkOutInOneBox); // nobody waits for it any more
        QCOMPARE(waterfall().waterfall().rowCount(), 12);
        answer(1, 1, {}); // forgotten meanwhile
        QVERIFY(hasLabel(u"forgotten"_s));
    }

    void aScreenReaderChoosesOneAsWell()
    {
        auto *table = QAccessible::queryAccessibleInterface(&list());
        QVERIFY(table != nullptr && table->tableInterface() != nullptr);
        QVERIFY(table->tableInterface()->selectRow(1));
        QCOMPARE(list().currentIndex().row(), 1);
        QCOMPARE(m_wanted->size(), 1);
    }

    void headersSortByWhatTheyShow()
    {
        auto traces = m_traces;
        traces.push_back(
            glance(u"microservices"_s, u"journey browse 0-9"_s, 4)); // "9 ms" is less than "50 ms"
        m_panel->showTraces(traces);
        QCOMPARE(tooks(), (QStringList{u"62 ms"_s, u"50 ms"_s, u"520 ms"_s, u"9.0 ms"_s}));
        clickHeader(TracesModel::TookColumn);
        const QStringList up{u"9.0 ms"_s, u"50 ms"_s, u"62 ms"_s, u"520 ms"_s};
        QCOMPARE(tooks(), up);
        traces.push_back(
            glance(u"microservices"_s, u"journey browse 0-100"_s, 5)); // it comes while one looks
        m_panel->showTraces(traces);
        QCOMPARE(tooks(), (QStringList{u"9.0 ms"_s, u"50 ms"_s, u"62 ms"_s, u"100 ms"_s, u"520 ms"_s}));
        clickHeader(TracesModel::TookColumn);
        QCOMPARE(tooks(), (QStringList{u"520 ms"_s, u"100 ms"_s, u"62 ms"_s, u"50 ms"_s, u"9.0 ms"_s}));
        choose(3); // 50 ms: the monolith's
        QCOMPARE(m_wanted->last()[0].toInt(), 0);
        clickHeader(TracesModel::TookColumn); // as they came
        QCOMPARE(tooks().first(), u"62 ms"_s);
        QCOMPARE(list().currentIndex().row(), 1);
    }

    void keysSortAsWell()
    {
        list().setFocus();
        for (int column = 0; column <= TracesModel::TookColumn; ++column)
            QTest::keyClick(&list(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(tooks(), (QStringList{u"50 ms"_s, u"62 ms"_s, u"520 ms"_s}));
        QVERIFY(list().accessibleDescription().contains(u"Took"_s));
        QTest::keyClick(&list(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(tooks(), (QStringList{u"520 ms"_s, u"62 ms"_s, u"50 ms"_s}));
        QTest::keyClick(&list(), Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(&list(), Qt::Key_Right, Qt::AltModifier); // by hops: 1, 3, 5
        QCOMPARE(tooks(), (QStringList{u"50 ms"_s, u"520 ms"_s, u"62 ms"_s}));
        for (int column = TracesModel::HopsColumn; column >= 0; --column)
            QTest::keyClick(&list(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(tooks(), (QStringList{u"62 ms"_s, u"50 ms"_s, u"520 ms"_s}));
        QVERIFY(list().accessibleDescription().isEmpty());
    }

    void comparesWithWhatIsChosenNext()
    {
        choose(0);
        answer(1, 1, tests::traces::checkOut);
        button(u"Compare"_s).click();
        choose(2);
        answer(1, 3, tests::traces::failedCheckOut);
        QVERIFY(hasCell(u"+458 ms"_s));
        QVERIFY(hasLabel(u"Check out (62 ms) beside"_s));
        QVERIFY(comparedName(1).contains(u":"_s)); // when it began
        QVERIFY(comparedName(2).endsWith(u" Check out"_s));
        button(u"Stop comparing"_s).click();
        QVERIFY(waterfall().isVisible());
    }

    void comparesTheShapesByTheirNames()
    {
        choose(1);
        answer(0, 2, tests::traces::checkOutInOneBox);
        QTest::mouseClick(&button(u"Compare"_s), Qt::LeftButton);
        choose(0);
        answer(1, 1, tests::traces::checkOut);
        QCOMPARE(comparedName(1), u"Monolith"_s);
        QCOMPARE(comparedName(2), u"Microservices"_s);
        QVERIFY(hasLabel(u"Monolith (50 ms) beside Microservices (62 ms)"_s));
        QVERIFY(hasCell(u"+12 ms"_s));
        QVERIFY(hasCell(u"+4"_s)); // hops
    }

    void followsARequestBesideTheSameInTheOtherShape()
    {
        QSignalSpy steps(m_panel.get(), &TracesPanel::stepShown);
        QSignalSpy left(m_panel.get(), &TracesPanel::storyLeft);
        choose(0);
        answer(1, 1, tests::traces::checkOut);
        QTest::keyClick(&list(), Qt::Key_Return);
        answer(1, 1, tests::traces::checkOut);
        answer(0, 2, tests::traces::checkOutInOneBox);
        auto &story = m_panel->story();
        QVERIFY(story.isVisible());
        QCOMPARE(story.step(), 0);
        QVERIFY(hasLabel(u"Microservices: 5 hops over the network · 6 boxes · 62 ms"_s));
        QVERIFY(hasLabel(u"Monolith: 1 hop over the network · 1 box · 50 ms"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(story.step(), 2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QCOMPARE(story.step(), 1);
        button(u"Next"_s).click();
        QCOMPARE(story.step(), 2);
        QVERIFY(hasLabel(u"Step 3 of 8"_s));
        const auto shown = steps.back()[1].value<TaleStep>();
        QCOMPARE(shown.to.value, u"orders"_s);
        const int before = story.step();
        m_panel->refresh();
        answer(1, 1, tests::traces::checkOut); // the chosen one again
        QCOMPARE(story.step(), before);
        button(u"All requests"_s).click();
        QCOMPARE(left.size(), 1);
        QVERIFY(!story.isVisible());
    }

    void leadsToWhereItFails()
    {
        m_panel->follow(1, {u"check-out"_s});
        m_panel->showTraces(m_traces);
        answer(1, 1, tests::traces::checkOut);
        QVERIFY(!button(u"Where it fails"_s).isVisible());
        m_panel->leaveStory();
        choose(2);
        QTest::keyClick(&list(), Qt::Key_Return);
        answer(1, 3, tests::traces::failedCheckOut);
        QTest::keyClick(&list(), Qt::Key_Return);
        answer(1, 3, tests::traces::failedCheckOut);
        QVERIFY(button(u"Where it fails"_s).isVisible());
        button(u"Where it fails"_s).click();
        QCOMPARE(m_panel->story().step(), 3);
    }

    void playsByItself()
    {
        m_panel->follow(1, {u"check-out"_s});
        m_panel->showTraces(m_traces);
        answer(1, 1, tests::traces::checkOut);
        auto &story = m_panel->story();
        story.setPace(std::chrono::milliseconds(1));
        button(u"Play"_s).click();
        QVERIFY(story.isPlaying());
        QTRY_COMPARE(story.step(), 7);
        QTRY_VERIFY(!story.isPlaying());
        story.setPace(std::chrono::hours(1));
        button(u"Play"_s).click(); // from the beginning
        QCOMPARE(story.step(), 0);
        button(u"Pause"_s).click();
        QVERIFY(!story.isPlaying());
    }

    void followsTheNextAttemptWhenThereWasNone()
    {
        QSignalSpy asked(m_panel.get(), &TracesPanel::tracesWanted);
        m_panel->follow(1, {u"browse"_s});
        QCOMPARE(asked.size(), 1);
        m_panel->showTraces(m_traces);
        QVERIFY(m_wanted->isEmpty());
        auto traces = m_traces;
        traces.insert(traces.begin(), glance(u"microservices"_s, u"journey browse 0-9"_s, 7));
        m_panel->showTraces(traces);
        QCOMPARE(m_wanted->size(), 1);
        answer(1, 7, u"journey browse 0-9"_s);
        QVERIFY(m_panel->story().isVisible());
    }

    void offersAStoryForFiles()
    {
        QSignalSpy exported(m_panel.get(), &TracesPanel::exportWanted);
        m_panel->follow(1, {u"check-out"_s});
        m_panel->showTraces(m_traces);
        answer(1, 1, tests::traces::checkOut);
        button(u"Export…"_s).click();
        QCOMPARE(exported.size(), 1);
        auto shapes = told(exported);
        QCOMPARE(shapes.size(), 1); // the same request was not kept in the other
        QCOMPARE(shapes.front().fleet, 1);
        QCOMPARE(shapes.front().moments.size(), shapes.front().tale.steps.size());
        answer(0, 2, tests::traces::checkOutInOneBox);
        button(u"Export…"_s).click();
        shapes = told(exported);
        QCOMPARE(shapes.size(), 2);
        QCOMPARE(shapes[0].fleet, 0); // as they stand in the window
        QCOMPARE(shapes[0].moments.size(), shapes[1].tale.steps.size());
        QCOMPARE(shapes[0].moments.front(), 0);
        QCOMPARE(shapes[0].moments.back(), static_cast<int>(shapes[0].tale.steps.size()) - 1);
        m_panel->setFleetVisible(0, false);
        button(u"Export…"_s).click();
        QCOMPARE(told(exported).size(), 1);
        m_panel->setFleetVisible(0, true);
    }

private:
    static std::vector<ToldShape> told(const QSignalSpy &exported)
    {
        return exported.back().front().value<std::vector<ToldShape>>();
    }
    QTableView &list() { return table(u"Traced requests"_s); }
    QTableView &table(const QString &name)
    {
        for (auto *each : m_panel->findChildren<QTableView *>()) {
            if (each->accessibleName() == name)
                return *each;
        }
        qFatal("no table %s", qPrintable(name));
    }
    QStringList tooks()
    {
        QStringList cells;
        for (int row = 0; row < list().model()->rowCount(); ++row)
            cells << list().model()->index(row, TracesModel::TookColumn).data().toString();
        return cells;
    }
    void clickHeader(int column)
    {
        auto *header = list().horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                           header->height() / 2});
    }
    QString comparedName(int column)
    {
        return table(u"Two requests, compared"_s)
            .model()
            ->headerData(column, Qt::Horizontal, Qt::DisplayRole)
            .toString();
    }
    void choose(int row)
    {
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
                          list().visualRect(list().model()->index(row, 0)).center());
    }
    void answer(int fleet, std::uint8_t trace, const QString &text)
    {
        m_panel->showTrace(fleet, {trace}, spansOf(text, trace));
    }
    // The list's, not the story's.
    WaterfallView &waterfall()
    {
        for (auto *view : m_panel->findChildren<WaterfallView *>()) {
            if (!m_panel->story().isAncestorOf(view))
                return *view;
        }
        qFatal("no waterfall");
    }
    QComboBox &box(const QString &name)
    {
        for (auto *each : m_panel->findChildren<QComboBox *>()) {
            if (each->accessibleName() == name)
                return *each;
        }
        qFatal("no box %s", qPrintable(name));
    }
    QCheckBox &check(const QString &words)
    {
        for (auto *each : m_panel->findChildren<QCheckBox *>()) {
            if (each->text() == words)
                return *each;
        }
        qFatal("no box %s", qPrintable(words));
    }
    QPushButton &button(const QString &words)
    {
        for (auto *each : m_panel->findChildren<QPushButton *>()) {
            if (each->text() == words)
                return *each;
        }
        qFatal("no button %s", qPrintable(words));
    }
    bool hasLabel(const QString &words) const
    {
        const auto labels = m_panel->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    bool hasCell(const QString &words) const
    {
        for (const auto *each : m_panel->findChildren<QTableView *>()) {
            for (int row = 0; each->isVisible() && row < each->model()->rowCount(); ++row) {
                for (int column = 0; column < each->model()->columnCount(); ++column) {
                    if (each->model()->index(row, column).data().toString().contains(words))
                        return true;
                }
            }
        }
        return false;
    }

    const tests::support::Shop m_shop;
    const Glances m_traces{glance(u"microservices"_s, tests::traces::checkOut),
                           glance(u"monolith"_s, tests::traces::checkOutInOneBox, 2),
                           glance(u"microservices"_s, tests::traces::failedCheckOut, 3)};
    std::unique_ptr<TracesPanel> m_panel;
    std::unique_ptr<QSignalSpy> m_wanted;
};

QTEST_MAIN(TestTracesPanel)
#include "tst_tracespanel.moc"
