// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/barplace.h>

#include <QTest>

#include <cstdlib>

using namespace app::shell;

// A bar on the node in the middle of three rows of three.
class TestBarPlace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void coversNoTitleOfAnother_data()
    {
        QTest::addColumn<int>("gap");
        QTest::addColumn<int>("height");
        QTest::addRow("rows far apart") << 60 << 40;
        QTest::addRow("rows as high as the bar apart") << 34 << 40;
        QTest::addRow("rows closer than that") << 20 << 40;
        QTest::addRow("rows very close") << 16 << 44;
    }
    void coversNoTitleOfAnother()
    {
        QFETCH(int, gap);
        QFETCH(int, height);
        const auto around = rows(gap, height);
        const QRect bar(barPlace(size, around), size);
        for (const auto &title : around.titles)
            QVERIFY(!bar.intersects(title));
        // The mouse gets there, and was not below it.
        QVERIFY(bar.adjusted(-3, -3, 3, 3).intersects(around.box));
        QVERIFY(!bar.contains(around.mouse));
    }

    void staysInTheWindow_data()
    {
        QTest::addColumn<QRect>("box");
        QTest::addRow("at the top left") << QRect(0, 0, 110, 40);
        QTest::addRow("at the bottom right") << QRect(890, 660, 110, 40);
        QTest::addRow("higher than it") << QRect(300, 0, 200, 700);
    }
    void staysInTheWindow()
    {
        QFETCH(QRect, box);
        const QRect window(0, 0, 1000, 700);
        const QRect bar(barPlace(size, {box, window, window, box.center(), {}, {}}), size);
        QVERIFY(window.contains(bar));
        QVERIFY(!bar.contains(box.center()));
        QVERIFY(bar.adjusted(-3, -3, 3, 3).intersects(box));
    }

    void aNodeAloneHasItAboveItsMiddle()
    {
        const QRect window(0, 0, 1000, 700);
        const QRect box(400, 300, 120, 40);
        const QRect bar(barPlace(size, {box, window, window, box.center(), {}, {}}), size);
        QVERIFY(bar.bottom() < box.top());
        QVERIFY(std::abs(bar.center().x() - box.center().x()) <= 1);
    }

private:
    static BarSurroundings rows(int gap, int height)
    {
        const QRect window(0, 0, 1000, 700);
        BarSurroundings around{{440, 300, 120, height}, window, window, {}, {}, {}};
        around.mouse = around.box.center();
        for (int row = -1; row <= 1; ++row) {
            for (int column = -1; column <= 1; ++column) {
                const QRect box = around.box.translated(column * 150, row * (height + gap));
                if (box == around.box)
                    continue;
                around.boxes.push_back(box);
                around.titles.emplace_back(box.topLeft(), QSize(box.width(), height * 6 / 10));
            }
        }
        return around;
    }

    static constexpr QSize size{330, 32};
};

QTEST_GUILESS_MAIN(TestBarPlace)
#include "tst_barplace.moc"
