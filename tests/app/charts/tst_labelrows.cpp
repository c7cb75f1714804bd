// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/charts/labelrows.h>

#include <QTest>

#include <random>

using namespace app::charts;

class TestLabelRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void standsRightOfItsMoment()
    {
        const auto places = placeLabels({{100, 50}}, {0, 200, 1});
        QVERIFY(places[0].has_value());
        QVERIFY(places[0]->left > 100 && places[0]->left < 110);
        QCOMPARE(places[0]->row, 0);
    }
    void turnsLeftAtTheEdge()
    {
        const auto places = placeLabels({{180, 50}}, {0, 200, 1});
        QVERIFY(places[0].has_value());
        QVERIFY(places[0]->left + 50 < 180);
    }
    void givesWayToTheNextRow()
    {
        const auto places = placeLabels({{100, 90}, {98, 90}, {96, 90}, {94, 90}}, {0, 200, 2});
        QCOMPARE(places[0]->row, 0); // right
        QCOMPARE(places[1]->row, 0); // left
        QCOMPARE(places[2]->row, 1);
        QCOMPARE(places[3]->row, 1);
        QVERIFY(!placeLabels({{100, 90}, {98, 90}, {96, 90}}, {0, 200, 1})[2].has_value());
    }
    void nothingFitsWhereThereIsNoRoom()
    {
        QVERIFY(!placeLabels({{100, 300}}, {0, 200, 3})[0].has_value());
        QVERIFY(!placeLabels({{100, 50}}, {0, 200, 0})[0].has_value());
        QVERIFY(placeLabels({}, {0, 200, 1}).empty());
    }
    void neverOverlaps()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 50; ++round) {
            std::vector<LabelWish> wishes;
            for (int i = 0; i < 30; ++i)
                wishes.push_back(
                    {static_cast<double>(random() % 600), 20 + static_cast<double>(random() % 150)});
            const LabelRoom room{0, 600, 1 + static_cast<int>(random() % 4)};
            const auto places = placeLabels(wishes, room);
            QCOMPARE(places.size(), wishes.size());
            QVERIFY(places[0].has_value()); // the first finds all empty
            for (std::size_t i = 0; i < places.size(); ++i) {
                if (!places[i].has_value())
                    continue;
                QVERIFY(places[i]->row < room.rows && places[i]->left >= room.left);
                QVERIFY(places[i]->left + wishes[i].width <= room.right);
                for (std::size_t j = 0; j < i; ++j) {
                    if (places[j].has_value() && places[j]->row == places[i]->row)
                        QVERIFY(places[i]->left >= places[j]->left + wishes[j].width
                                || places[j]->left >= places[i]->left + wishes[i].width);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestLabelRows)
#include "tst_labelrows.moc"
