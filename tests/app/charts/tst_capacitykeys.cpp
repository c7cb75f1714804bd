// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/charts/capacitypanel.h>

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::charts;

// The words of the capacity, for who has only a keyboard, where the panel is too low for all of them.
class TestCapacityKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_panel = std::make_unique<CapacityPanel>(QStringList{u"Monolith"_s, u"Microservices"_s});
        m_panel->setTheme(app::style::Theme::light());
        m_panel->resize(900, 110);
        m_panel->QWidget::show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        for (int fleet = 0; fleet < 2; ++fleet)
            m_panel->expect(fleet, forecast());
        QTRY_VERIFY(area(0)->verticalScrollBar()->maximum() > 0);
        area(0)->setFocus();
    }

    void tabGoesFromOneShapeToTheOtherAndBack()
    {
        QTest::keyClick(area(0), Qt::Key_Tab);
        QVERIFY(area(1)->hasFocus());
        QTest::keyClick(area(1), Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(area(0)->hasFocus());
    }

    void whatHasNoRoomIsScrolledTo()
    {
        auto *bar = area(0)->verticalScrollBar();
        QCOMPARE(bar->value(), 0);
        QTest::keyClick(area(0), Qt::Key_Down);
        QVERIFY(bar->value() > 0);
        for (int presses = 0; presses < 50; ++presses)
            QTest::keyClick(area(0), Qt::Key_PageDown);
        QCOMPARE(bar->value(), bar->maximum());
        QCOMPARE(area(1)->verticalScrollBar()->value(), 0);
        for (int presses = 0; presses < 50; ++presses)
            QTest::keyClick(area(0), Qt::Key_PageUp);
        QCOMPARE(bar->value(), 0);
    }

    void aShapeThatIsNotShownIsPassedBy()
    {
        m_panel->setFleetVisible(1, false);
        QTest::keyClick(area(0), Qt::Key_Tab);
        QVERIFY(!area(1)->hasFocus());
    }

private:
    static CapacityForecast forecast()
    {
        CapacityForecast forecast;
        forecast.now = {143, u"Catalogue"_s, 4, {}};
        forecast.oneMore = {168, u"Cart"_s, 2, {}};
        forecast.networkHop = Milliseconds(0.3);
        forecast.localHop = Milliseconds(0.02);
        return forecast;
    }
    QScrollArea *area(int fleet) const { return m_panel->findChildren<QScrollArea *>()[fleet]; }

    std::unique_ptr<CapacityPanel> m_panel;
};

QTEST_MAIN(TestCapacityKeys)
#include "tst_capacitykeys.moc"
