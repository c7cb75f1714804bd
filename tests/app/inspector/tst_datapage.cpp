// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/inspector/datamodel.h>
#include <app/inspector/datapage.h>

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::inspector;
using model::system::CapabilityId;
using services::platform::DataReading;
using services::platform::Place;
using services::platform::TableReading;

// What a unit keeps, and why nobody else reads it.
class TestDataPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        const tests::support::Shop shop;
        m_page = std::make_unique<DataPage>(shop.system, shop.shapes());
        m_page->resize(280, 500);
        m_page->select(cart);
    }

    void asksWhenSomebodyLooks()
    {
        QSignalSpy wanted(m_page.get(), &DataPage::wanted);
        QVERIFY(wanted.empty());
        m_page->QWidget::show();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<Place>(), ofCart);
        QCOMPARE(wanted[0][1].value<std::vector<CapabilityId>>(), std::vector<CapabilityId>{{u"cart"_s}});
        m_page->select(Subject{0, {u"shop"_s}, {}});
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[1][1].value<std::vector<CapabilityId>>().size(), 10U); // all but the storefront
        m_page->select(Subject{1, {u"storefront"_s}, CapabilityId{u"storefront"_s}});
        QCOMPARE(wanted.size(), 2); // it keeps nothing
        QVERIFY(words().contains(u"keeps nothing"_s));
    }

    void showsTheChosenTable()
    {
        m_page->QWidget::show();
        m_page->show(ofCart, reading({u"tea"_s}));
        auto *names = m_page->findChild<QComboBox *>();
        auto *table = m_page->findChild<QTableView *>();
        QCOMPARE(names->count(), 2);
        QTest::keyClick(names, Qt::Key_Down);
        QCOMPARE(names->currentText(), u"cart_items"_s);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"tea"_s);
        QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), u"product"_s);
        QVERIFY2(words().contains(u"7 rows in cart.db, measured; 1 of them below"_s), qPrintable(words()));
        m_page->show(ofCart, reading({u"mug"_s})); // anew
        QCOMPARE(names->currentText(), u"cart_items"_s);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"mug"_s);
    }

    void forgetsWhatAnotherUnitKeeps()
    {
        m_page->QWidget::show();
        m_page->show(ofCart, reading({u"tea"_s}));
        m_page->select(Subject{1, {u"orders"_s}, CapabilityId{u"orders"_s}});
        QVERIFY(!m_page->findChild<QTableView *>()->isVisible());
        m_page->show(ofCart, reading({u"tea"_s})); // late
        QVERIFY(!m_page->findChild<QTableView *>()->isVisible());
    }

    void saysWhyItCannotBeRead()
    {
        m_page->QWidget::show();
        m_page->showFailure(ofCart, u"There is no database yet"_s);
        QVERIFY(words().contains(u"There is no database yet"_s));
    }

    void saysWhoElseMayRead()
    {
        QVERIFY(words().contains(u"Only Cart opens this database"_s));
        m_page->select(Subject{0, {u"shop"_s}, CapabilityId{u"cart"_s}});
        QVERIFY(words().contains(u"10 other modules"_s));
    }

    void theModelFollowsTheTable()
    {
        DataModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto tables = reading({u"tea"_s, u"mug"_s}).tables;
        model.show(tables[1]);
        QCOMPARE(model.rowCount(), 2);
        model.show(tables[0]);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 1);
        model.show({});
        QCOMPARE(model.columnCount(), 0);
    }

private:
    static DataReading reading(const QStringList &products)
    {
        TableReading items{u"cart_items"_s, 7, {u"product"_s, u"pieces"_s}, {}};
        for (const auto &product : products)
            items.latest.push_back({product, u"1"_s});
        return {u"cart.db"_s, {{u"cart_generations"_s, 0, {u"id"_s}, {}}, items}};
    }
    QString words() const
    {
        QStringList words;
        for (const auto *label : m_page->findChildren<QLabel *>())
            words << label->text();
        return words.join(u' ');
    }

    const Subject cart{1, {u"cart"_s}, CapabilityId{u"cart"_s}};
    const Place ofCart{{u"microservices"_s}, {u"cart"_s}, {}};
    std::unique_ptr<DataPage> m_page;
};

QTEST_MAIN(TestDataPage)
#include "tst_datapage.moc"
