// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/inspector/callpage.h>
#include <app/inspector/linespage.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::inspector;
using namespace model::operation;
using model::telemetry::BreakerState;

Q_DECLARE_METATYPE(model::operation::PolicyChange)

// What a person sees of the calls of a line, and that each change says exactly what is wished.
class TestCallPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const tests::support::Shop shop;
        m_shop = shop.system;
        m_packagings = shop.shapes();
    }
    void init()
    {
        m_page = std::make_unique<CallPage>(m_shop, m_packagings);
        m_page->resize(270, 900);
        m_page->QWidget::show();
        m_fleet = {};
        m_fleet.policies = usualPolicies();
    }

    void aLineHoldsAllCallsBetweenTwoUnits()
    {
        const auto line = storefrontToCart();
        QVERIFY(line.calls.size() > 1);
        for (const auto &call : line.calls) {
            QCOMPARE(call.caller.value, u"storefront"_s);
            QCOMPARE(call.callee.capability.value, u"cart"_s);
            QVERIFY(declared(m_shop, call).has_value());
        }
        QCOMPARE(titleOf(m_shop, line), u"Storefront → Cart"_s);
        QVERIFY(lineBetween(m_shop, m_packagings[1], 1, {{u"cart"_s}, {u"storefront"_s}}).calls.empty());
    }

    void everyPolicyComesBackAsItWasSet()
    {
        const Protection all{allPolicies().calls, allPolicies().units};
        for (const auto &row : policyRows()) {
            Protection bare{noPolicies().calls, noPolicies().units};
            QVERIFY(row.isOn(all) && !row.isOn(bare));
            row.set(bare, true);
            QVERIFY(row.isOn(bare));
            for (const auto &field : row.fields) {
                for (const int value : {field.minimum, field.maximum}) {
                    field.write(bare, value);
                    QCOMPARE(field.read(bare), value);
                }
                QVERIFY(field.read(all) >= field.minimum && field.read(all) <= field.maximum);
            }
            row.set(bare, false);
            QCOMPARE(bare, (Protection{noPolicies().calls, noPolicies().units}));
        }
    }

    void waitsAndBudgetsOfRetriesAreSet()
    {
        const auto rows = policyRows();
        const auto retry = std::ranges::find(rows, u"Retry"_s, &PolicyRow::title);
        QVERIFY(retry != rows.end());
        Protection protection{noPolicies().calls, noPolicies().units};
        retry->set(protection, true);
        for (const auto &field : retry->fields) {
            if (field.name == u"Longest wait")
                field.write(protection, 400);
            else if (field.name == u"Besides, per second")
                field.write(protection, 7);
        }
        QCOMPARE(protection.call.retry->longestBackoff, std::chrono::milliseconds(400));
        QCOMPARE(protection.call.retry->budgetPerSecond, 7.0);
    }

    void showsWhatIsMeasured()
    {
        const auto line = ordersToPayments();
        const model::telemetry::LinkId link{line.calls.front().caller, line.calls.front().callee};
        m_fleet.links = {{link, true, {12, 3, {}, std::chrono::milliseconds(40)}}};
        services::platform::CallSnapshot call{link, true, 1234, 40, 0, 7, 5, 2, 3, BreakerState::Open};
        m_fleet.calls = {call};
        m_page->select(line);
        m_page->show(m_fleet);
        for (const auto *name : {"Calls: 12 /s", "p95: 40 ms", "Errors: 25.0 %", "Calls: 1,234", "Failed: 40",
                                 "Retries: 7", "Fallbacks: 3", "By breaker: 5", "By bulkhead: 2"})
            QVERIFY2(hasLabelNamed(QString::fromLatin1(name)), name);
        QVERIFY(hasLabelNamed(u"breaker open, measured"_s));
    }

    void aSwitchChangesThatCallAlone()
    {
        QSignalSpy wanted(m_page.get(), &CallPage::policiesWanted);
        m_page->select(charge());
        m_page->show(m_fleet);
        auto *breaker = box(u"Circuit breaker"_s);
        QVERIFY(!breaker->isChecked());
        QVERIFY(box(u"Timeout"_s)->isChecked());
        breaker->setFocus();
        QTest::keyClick(breaker, Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toInt(), 1);
        const auto change = std::get<CallChange>(wanted[0][1].value<PolicyChange>());
        auto expected = usualPolicies().calls;
        expected.breaker.emplace();
        QCOMPARE(change.call, ordersToPayments().calls.front());
        QVERIFY(change.policies == expected);
        m_page->show(m_fleet); // taken before
        QVERIFY(breaker->isChecked());
        m_fleet.policies = changed(m_fleet.policies, change, m_shop, m_packagings[1]);
        m_page->show(m_fleet);
        QVERIFY(breaker->isChecked());
        m_fleet.policies = usualPolicies(); // somebody else took it back
        m_page->show(m_fleet);
        QVERIFY(!breaker->isChecked());
    }

    void aSettingIsAskedForOnceWhenItRests()
    {
        QSignalSpy wanted(m_page.get(), &CallPage::policiesWanted);
        m_page->select(charge());
        m_page->show(m_fleet);
        auto *fold = tool(u"Timeout: settings"_s);
        QTest::keyClick(fold, Qt::Key_Space);
        auto *limit = number(u"Timeout: At most, with retries"_s);
        QVERIFY(limit->isVisible());
        limit->setFocus();
        limit->selectAll();
        QTest::keyClicks(limit, u"750"_s);
        QTest::keyClick(limit, Qt::Key_Return);
        QTRY_COMPARE(wanted.size(), 1);
        const auto change = std::get<CallChange>(wanted[0][1].value<PolicyChange>());
        QCOMPARE(change.policies.timeout->limit, std::chrono::milliseconds(750));
        QCOMPARE(change.policies.retry, usualPolicies().calls.retry);
    }

    void allCallsOfALineOrOne()
    {
        QSignalSpy wanted(m_page.get(), &CallPage::policiesWanted);
        const auto line = storefrontToCart();
        m_page->select(line);
        m_page->show(m_fleet);
        QTest::mouseClick(box(u"Timeout"_s), Qt::LeftButton, {}, QPoint(8, box(u"Timeout"_s)->height() / 2));
        QCOMPARE(wanted.size(), qsizetype(line.calls.size()));
        wanted.clear();
        auto *calls = m_page->findChild<QComboBox *>();
        calls->setFocus();
        QTest::keyClick(calls, Qt::Key_Down);
        QTest::keyClick(box(u"Retry"_s), Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(std::get<CallChange>(wanted[0][1].value<PolicyChange>()).call, line.calls.front());
    }

    void nothingOfItIsCutOff()
    {
        m_page->select(lineBetween(m_shop, m_packagings[1], 1, {{u"storefront"_s}, {u"catalogue"_s}}));
        m_page->show(m_fleet);
        QTest::qWait(0);
        for (const auto *child : m_page->findChildren<QWidget *>()) {
            if (child->isVisible())
                QVERIFY2(child->mapTo(m_page.get(), child->rect().topRight()).x() < m_page->width(),
                         child->metaObject()->className());
        }
    }

    void whatWasSetForOneCallIsGivenUpAgain()
    {
        QSignalSpy wanted(m_page.get(), &CallPage::policiesWanted);
        const auto call = ordersToPayments().calls.front();
        m_fleet.policies.callExceptions.insert(call, noPolicies().calls);
        m_page->select(charge());
        m_page->show(m_fleet);
        auto *like = button(u"As the others"_s);
        QVERIFY(like->isVisible());
        QTest::mouseClick(like, Qt::LeftButton);
        m_fleet.policies
            = changed(m_fleet.policies, wanted[0][1].value<PolicyChange>(), m_shop, m_packagings[1]);
        QCOMPARE(m_fleet.policies, usualPolicies());
        m_page->show(m_fleet);
        QVERIFY(!like->isVisible());
    }

    void theUnitsPageOpensLinesAndProtectsAllItCalls()
    {
        LinesPage page(m_shop, m_packagings);
        page.resize(270, 700);
        page.QWidget::show();
        QSignalSpy opened(&page, &LinesPage::lineWanted);
        QSignalSpy wanted(&page, &LinesPage::policiesWanted);
        page.select({1, {u"orders"_s}, {{u"orders"_s}}});
        page.show(m_fleet);
        auto *choice = page.findChild<QComboBox *>();
        QCOMPARE(choice->currentText(), u"Usual"_s);
        for (auto *row : page.findChildren<QPushButton *>()) {
            if (row->accessibleName().endsWith(u"Orders → Payments"))
                QTest::keyClick(row, Qt::Key_Space);
        }
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<Line>(), ordersToPayments());
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down); // to all
        QTest::keyClick(choice, Qt::Key_Up);
        QTest::keyClick(choice, Qt::Key_Up); // to none
        QVERIFY(!wanted.isEmpty());
        auto book = usualPolicies();
        for (const auto &change : wanted)
            book = changed(book, change[1].value<PolicyChange>(), m_shop, m_packagings[1]);
        QVERIFY(book.of(ordersToPayments().calls.front()) == noPolicies().calls);
        QVERIFY(book.of(storefrontToCart().calls.front()) == usualPolicies().calls);
        m_fleet.policies = book;
        page.show(m_fleet);
        QCOMPARE(choice->currentText(), u"None"_s);
        m_fleet.policies.callExceptions.remove(ordersToPayments().calls.front());
        page.show(m_fleet);
        QCOMPARE(choice->currentIndex(), -1); // mixed: shown as of their own
    }

private:
    Line storefrontToCart() const
    {
        return lineBetween(m_shop, m_packagings[1], 1, {{u"storefront"_s}, {u"cart"_s}});
    }
    Line ordersToPayments() const
    {
        return lineBetween(m_shop, m_packagings[1], 1, {{u"orders"_s}, {u"payments"_s}});
    }
    Line charge() const { return {1, {ordersToPayments().calls.front()}}; }
    template<typename Widget>
    Widget *named(const QString &name, QString (Widget::*text)() const) const
    {
        for (auto *widget : m_page->findChildren<Widget *>()) {
            if ((widget->*text)() == name)
                return widget;
        }
        return nullptr;
    }
    QCheckBox *box(const QString &text) const { return named<QCheckBox>(text, &QCheckBox::text); }
    QPushButton *button(const QString &text) const { return named<QPushButton>(text, &QPushButton::text); }
    QToolButton *tool(const QString &name) const
    {
        return named<QToolButton>(name, &QToolButton::accessibleName);
    }
    QSpinBox *number(const QString &name) const { return named<QSpinBox>(name, &QSpinBox::accessibleName); }
    bool hasLabelNamed(const QString &name) const
    {
        return named<QLabel>(name, &QLabel::accessibleName) != nullptr;
    }

    model::system::System m_shop;
    std::vector<model::packaging::Packaging> m_packagings;
    services::platform::FleetSnapshot m_fleet;
    std::unique_ptr<CallPage> m_page;
};

QTEST_MAIN(TestCallPage)
#include "tst_callpage.moc"
