// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/inspector/logsmodel.h>
#include <app/inspector/logspage.h>

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace app::inspector;
using model::telemetry::Instant;
using model::telemetry::LogLevel;
using model::telemetry::LogMatter;
using services::platform::InstanceLine;
using services::platform::LogQuery;
using services::platform::LogReading;

// What instances have noted, followed and filtered.
class TestLogsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        const tests::support::Shop shop;
        m_page = std::make_unique<LogsPage>(shop.system, shop.shapes());
        m_page->resize(420, 500);
        m_page->select(cart());
        m_asked = std::make_unique<QSignalSpy>(m_page.get(), &LogsPage::wanted);
        m_page->QWidget::show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        new QAbstractItemModelTester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     table());
        m_number = 0;
    }

    void followsWhatComes()
    {
        QCOMPARE(query().unit.value, u"cart"_s);
        QCOMPARE(query().after, quint64(0));
        answer({served(1ms), served(2ms)});
        QCOMPARE(table()->model()->rowCount(), 2);
        QTRY_VERIFY(m_asked->size() > 1); // asks again by itself
        QCOMPARE(query().after, quint64(2));
        answer({served(3ms)});
        QCOMPARE(table()->model()->rowCount(), 3);
        answer({served(4ms)}, 1); // an answer to an older question
        QCOMPARE(table()->model()->rowCount(), 3);
    }

    void onlyWhatIsNewComesIn()
    {
        answer({served(1ms), served(3ms)});
        const auto *model = table()->model();
        QSignalSpy inserted(model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(model, &QAbstractItemModel::dataChanged);
        QTRY_COMPARE(query().after, quint64(2));
        answer({served(2ms), served(4ms), served(5ms)}); // one was noted before the last
        QCOMPARE(millisecondsSinceTheFirst(), (QList{0, 1, 2, 3, 4}));
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(inserted[0][1].toInt(), 1);
        QCOMPARE(inserted[1][1].toInt(), 3);
        QCOMPARE(inserted[1][2].toInt(), 4);
        m_page->setMoment(Instant(3ms));
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed[0][1].toInt(), 3);
        QVERIFY(changed.isEmpty());
    }

    void whoReadsAboveStaysThere()
    {
        std::vector<InstanceLine> many;
        for (int line = 0; line < 3000; ++line) // as many as are kept
            many.push_back(served(std::chrono::milliseconds(line)));
        answer(many);
        auto *bar = table()->verticalScrollBar();
        QCOMPARE(bar->value(), bar->maximum());
        bar->setValue(1500);
        const auto read = table()->model()->index(1500, 0).data().toString();
        QTRY_COMPARE(query().after, quint64(3000));
        answer({served(4s), served(4s), served(4s)}); // the three oldest go
        QCOMPARE(table()->model()->rowCount(), 3000);
        QVERIFY(follow()->isChecked());
        QCOMPARE(table()->model()->index(table()->rowAt(0), 0).data().toString(), read);
        bar->setValue(bar->maximum());
        QTRY_COMPARE(query().after, quint64(3003));
        answer({served(5s)});
        QCOMPARE(bar->value(), bar->maximum());
    }

    void whoReadsTheEndOfALongLineStaysThere()
    {
        answer(std::vector<InstanceLine>(100, served(1ms)));
        auto *across = table()->horizontalScrollBar();
        QVERIFY(across->maximum() > 0);
        across->setValue(across->maximum());
        table()->verticalScrollBar()->setValue(20);
        QTRY_COMPARE(query().after, quint64(100));
        answer({served(2ms)});
        QCOMPARE(table()->model()->rowCount(), 101);
        QCOMPARE(across->value(), across->maximum());
    }

    void keepsStillForWhoReads()
    {
        answer({served(1ms), served(2ms)});
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Up);
        QVERIFY(table()->currentIndex().isValid());
        QVERIFY(!follow()->isChecked());
        QTRY_COMPARE(query().after, quint64(2));
        answer({served(3ms)});
        QCOMPARE(table()->model()->rowCount(), 2);
        follow()->click();
        QCOMPARE(table()->model()->rowCount(), 3);
    }

    void filtersByLevelAndText()
    {
        auto failed = served(2ms, LogLevel::Error);
        failed.line.failure = model::result::Kind::NotFound;
        failed.line.words = u"There is no such product"_s;
        auto remark = served(3ms, LogLevel::Warning);
        remark.line.matter = LogMatter::Remark;
        remark.line.words = u"Held for 200 ms"_s;
        answer({served(1ms), failed, remark});
        m_page->findChild<QComboBox *>()->setFocus();
        QTest::keyClick(m_page->findChild<QComboBox *>(), Qt::Key_Down);
        QCOMPARE(texts(),
                 (QStringList{u"GET /cart failed after 5.0 ms: There is no such product"_s,
                              u"Held for 200 ms"_s}));
        auto *text = m_page->findChild<QLineEdit *>();
        text->setFocus();
        QTest::keyClicks(text, u"HELD"_s);
        QCOMPARE(texts(), QStringList{u"Held for 200 ms"_s});
        QVERIFY(says(u"1 of 3 lines"_s));
    }

    void namesWhoSpeaksAndWhoAskedByTitle()
    {
        auto asked = served(1ms);
        asked.line.caller = {u"storefront"_s};
        auto other = served(2ms);
        other.instance = {u"cart-2"_s};
        answer({asked, other});
        QCOMPARE(texts().first(), u"GET /cart for Storefront answered in 5.0 ms"_s);
        const auto *model = table()->model();
        QCOMPARE(model->index(0, LogsModel::InstanceColumn).data().toString(), u"Cart 1"_s);
        const auto tip = model->index(1, LogsModel::TextColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"Cart 2, info"_s), qPrintable(tip));
        auto *text = m_page->findChild<QLineEdit *>();
        for (const auto &second : {u"cart 2"_s, u"cart-2"_s}) { // whoever knows its id finds it by that, too
            text->setText(second);
            QCOMPARE(model->rowCount(), 1);
            QCOMPARE(model->index(0, LogsModel::InstanceColumn).data().toString(), u"Cart 2"_s);
        }
    }

    void theChosenLineIsTheSameAfterAFilter()
    {
        answer({served(1ms), served(2ms, LogLevel::Error), served(3ms)});
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(1, 0));
        auto *level = m_page->findChild<QComboBox *>();
        level->setFocus();
        QTest::keyClick(level, Qt::Key_End); // errors only
        QCOMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(table()->currentIndex().row(), 0);
        QTest::keyClick(level, Qt::Key_Home);
        QCOMPARE(table()->currentIndex().row(), 1);
        table()->setCurrentIndex(table()->model()->index(2, 0));
        QTest::keyClick(level, Qt::Key_End);
        QVERIFY(!table()->currentIndex().isValid()); // it is not among them
    }

    void ordinaryLinesDoNotPushErrorsOut()
    {
        answer({served(1ms, LogLevel::Error)});
        for (int second = 0; second < 4; ++second)
            answer(std::vector<InstanceLine>(1000, served(2s)));
        auto *level = m_page->findChild<QComboBox *>();
        level->setFocus();
        QTest::keyClick(level, Qt::Key_End);
        QCOMPARE(table()->model()->rowCount(), 1);
    }

    void aLineLeadsToItsTrace()
    {
        QSignalSpy trace(m_page.get(), &LogsPage::traceWanted);
        auto traced = served(2ms);
        traced.line.isTraced = true;
        traced.line.trace[0] = 9;
        answer({served(1ms), traced});
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(0, 0));
        QVERIFY(!button(u"Trace"_s)->isEnabled()); // one in a hundred is kept
        QTest::keyClick(table(), Qt::Key_Down);
        QVERIFY(button(u"Trace"_s)->isEnabled());
        QTest::mouseClick(button(u"Trace"_s), Qt::LeftButton);
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(trace.size(), 2);
        QCOMPARE(trace[0][0].toInt(), 1);
        QCOMPARE(trace[1][1].value<model::telemetry::TraceId>(), traced.line.trace);
    }

    void showsWhatAllHaveNotedAboutOneRequest()
    {
        auto mine = served(1ms);
        mine.line.trace[0] = 9;
        answer({mine});
        table()->setCurrentIndex(table()->model()->index(0, 0));
        QTest::mouseClick(button(u"Only this request"_s), Qt::LeftButton);
        QCOMPARE(query().trace, std::optional(mine.line.trace));
        QVERIFY(query().unit.isEmpty());
        QCOMPARE(query().after, quint64(0));
        QVERIFY(button(u"Only request 09000000"_s) != nullptr);
        m_number = 0;
        answer({mine, mine});
        QCOMPARE(table()->model()->rowCount(), 2);
        QTest::mouseClick(button(u"Only request 09000000"_s), Qt::LeftButton);
        QVERIFY(!query().trace.has_value());
        m_page->showTrace(mine.line.trace); // as a span asks
        QVERIFY(query().trace.has_value());
        m_page->select(cart()); // chosen anew: all of its lines
        QVERIFY(!query().trace.has_value());
    }

    void aModuleHasItsOwnLines()
    {
        m_page->select(Subject{0, {u"shop"_s}, model::system::CapabilityId{u"cart"_s}});
        auto other = served(2ms);
        other.line.endpoint.capability = {u"search"_s};
        other.line.trace[1] = 1;
        auto remark = served(3ms);
        remark.line.matter = LogMatter::Remark;
        remark.line.endpoint = {};
        remark.line.words = u"about cart"_s;
        auto foreign = remark;
        foreign.line.trace = other.line.trace;
        answer({served(1ms), other, remark, foreign});
        QCOMPARE(table()->model()->rowCount(), 2);
    }

    void showsTheLinesUntilAMoment()
    {
        answer({served(1ms), served(5ms)});
        m_page->setMoment(Instant(2ms));
        QCOMPARE(table()->model()->rowCount(), 1);
        QVERIFY(says(u"until the moment you look at"_s));
        m_page->setMoment({});
        QCOMPARE(table()->model()->rowCount(), 2);
    }

    void saysWhatWasLost()
    {
        LogReading reading;
        reading.lost = 1234;
        m_page->show(query(), reading);
        QVERIFY(says(u"1,234 more were lost"_s));
        m_page->showFailure(u"The shops are not running."_s);
        QVERIFY(says(u"not running"_s));
    }

private:
    static Subject cart() { return {1, {u"cart"_s}, model::system::CapabilityId{u"cart"_s}}; }
    InstanceLine served(std::chrono::nanoseconds at, LogLevel level = LogLevel::Information)
    {
        InstanceLine line;
        line.instance = {u"cart-1"_s};
        line.line.at = Instant(at);
        line.line.level = level;
        line.line.endpoint = {{u"cart"_s}, u"GET /cart"_s};
        line.line.duration = 5ms;
        return line;
    }
    LogQuery query() const { return m_asked->last()[0].value<LogQuery>(); }
    void answer(std::vector<InstanceLine> lines, quint64 after = ~quint64(0))
    {
        auto asked = query();
        asked.after = after == ~quint64(0) ? asked.after : after;
        for (auto &line : lines)
            line.number = ++m_number;
        m_page->show(asked, {lines, m_number, 0});
    }
    QTableView *table() const { return m_page->findChild<QTableView *>(); }
    QCheckBox *follow() const { return m_page->findChild<QCheckBox *>(); }
    // Milliseconds within their second.
    QList<int> millisecondsSinceTheFirst() const
    {
        QList<int> all;
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            const auto time = table()->model()->index(row, LogsModel::TimeColumn).data().toString();
            all << time.section(u'.', 1).toInt();
        }
        const int first = all.value(0);
        for (int &each : all)
            each = (each - first + 1000) % 1000;
        return all;
    }
    QStringList texts() const
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            all << table()->model()->index(row, LogsModel::TextColumn).data().toString();
        return all;
    }
    QPushButton *button(const QString &text) const
    {
        for (auto *button : m_page->findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel *label) { return label->text().contains(words); });
    }

    std::unique_ptr<LogsPage> m_page;
    std::unique_ptr<QSignalSpy> m_asked;
    quint64 m_number = 0;
};

QTEST_MAIN(TestLogsPage)
#include "tst_logspage.moc"
