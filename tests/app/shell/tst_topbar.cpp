// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/topbar.h>

#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QTest>

#include <tests/support/shop.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using app::shell::Shape;
using app::shell::TopBar;

// What a person does to the line above everything: with the mouse, and with the keyboard.
class TestTopBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_bar = std::make_unique<TopBar>(m_shop.system, m_shop.shapes());
        m_bar->setShape(Shape::Both);
        m_bar->setShoppersPerSecond(60);
        m_bar->resize(1400, m_bar->sizeHint().height());
        m_bar->show();
        m_bar->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
        m_shapes = std::make_unique<QSignalSpy>(m_bar.get(), &TopBar::shapeWanted);
        m_rates = std::make_unique<QSignalSpy>(m_bar.get(), &TopBar::shoppersWanted);
    }

    void theSegmentsChooseTheShape()
    {
        const std::pair<QString, Shape> segments[] = {{u"&Monolith"_s, Shape::Monolith},
                                                      {u"Side by si&de"_s, Shape::Both},
                                                      {u"M&icroservices"_s, Shape::Microservices}};
        for (const auto &[words, shape] : segments) {
            m_shapes->clear();
            QTest::mouseClick(segment(words), Qt::LeftButton);
            QCOMPARE(m_shapes->size(), 1);
            QCOMPARE(m_shapes->front()[0].value<Shape>(), shape);
            for (const auto &[other, otherShape] : segments)
                QCOMPARE(segment(other)->isChecked(), otherShape == shape);
        }
    }

    void theSegmentsAreAskedForByTheirLetters()
    {
        QTest::keyClick(m_bar.get(), Qt::Key_M, Qt::AltModifier);
        QTRY_COMPARE(m_shapes->size(), 1); // it is seen to go down
        QCOMPARE(m_shapes->front()[0].value<Shape>(), Shape::Monolith);
    }

    void whatIsSetFromElsewhereAsksForNothing()
    {
        m_bar->setShape(Shape::Monolith);
        m_bar->setShoppersPerSecond(80);
        QCOMPARE(m_shapes->size(), 0);
        QCOMPARE(m_rates->size(), 0);
        QVERIFY(segment(u"&Monolith"_s)->isChecked());
        QCOMPARE(slider()->value(), 80);
        QVERIFY(says(u"80 / s"_s));
    }

    void aClickBesideTheHandleBringsMoreOrFewerShoppers()
    {
        const int middle = slider()->height() / 2;
        QTest::mouseClick(slider(), Qt::LeftButton, {}, {slider()->width() - 3, middle});
        const int more = slider()->value();
        QVERIFY(more > 60);
        QCOMPARE(m_rates->back()[0].toInt(), more);
        QVERIFY(says(u"%1 / s"_s.arg(more)));
        QTest::mouseClick(slider(), Qt::LeftButton, {}, {2, middle});
        QVERIFY(slider()->value() < more);
        QCOMPARE(m_rates->back()[0].toInt(), slider()->value());
    }

    void theHandleIsDragged()
    {
        QStyleOptionSlider option;
        option.initFrom(slider());
        option.minimum = slider()->minimum();
        option.maximum = slider()->maximum();
        option.sliderPosition = slider()->value();
        option.sliderValue = slider()->value();
        const QPoint handle
            = slider()
                  ->style()
                  ->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, slider())
                  .center();
        QTest::mousePress(slider(), Qt::LeftButton, {}, handle);
        const QPointF there = handle + QPoint(20, 0);
        QMouseEvent move(QEvent::MouseMove, there, slider()->mapToGlobal(there), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(slider(), &move);
        QTest::mouseRelease(slider(), Qt::LeftButton, {}, there.toPoint());
        QVERIFY(slider()->value() > 60);
        QCOMPARE(m_rates->back()[0].toInt(), slider()->value());
    }

    void theKeyboardSetsIt()
    {
        slider()->setFocus();
        QTest::keyClick(slider(), Qt::Key_Right);
        QCOMPARE(m_rates->back()[0].toInt(), 61);
        QTest::keyClick(slider(), Qt::Key_PageUp);
        QCOMPARE(m_rates->back()[0].toInt(), 81);
        QTest::keyClick(slider(), Qt::Key_Home);
        QCOMPARE(m_rates->back()[0].toInt(), 0);
        QVERIFY(says(u"0 / s"_s));
    }

private:
    QSlider *slider() const { return m_bar->findChild<QSlider *>(); }
    QPushButton *segment(const QString &words) const
    {
        const auto buttons = m_bar->findChildren<QPushButton *>();
        return *std::ranges::find(buttons, words, &QPushButton::text);
    }
    bool says(const QString &words) const
    {
        const auto labels = m_bar->findChildren<QLabel *>();
        return std::ranges::find(labels, words, &QLabel::text) != labels.end();
    }

    const tests::support::Shop m_shop;
    std::unique_ptr<TopBar> m_bar;
    std::unique_ptr<QSignalSpy> m_shapes;
    std::unique_ptr<QSignalSpy> m_rates;
};

QTEST_MAIN(TestTopBar)
#include "tst_topbar.moc"
