// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/style/appearance.h>
#include <app/style/icon.h>

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::style;

namespace {

QImage drawn(const QIcon &icon, int side, QIcon::Mode mode = QIcon::Normal)
{
    return icon.pixmap(QSize(side, side), 1, mode).toImage().convertToFormat(QImage::Format_ARGB32);
}

// How many pixels it covers, of those at its edges the parts.
double covered(const QImage &image)
{
    double found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += qAlpha(image.pixel(x, y)) / 255.0;
    }
    return found;
}

// Of those that are covered wholly.
QSet<QRgb> coloursOf(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) == 255)
                colours.insert(image.pixel(x, y));
        }
    }
    return colours;
}

} // namespace

class TestIcon : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachIsDrawnAtEachSize_data()
    {
        QTest::addColumn<Icon>("name");
        for (int name = 0; name < static_cast<int>(Icon::Count); ++name)
            QTest::addRow("%d", name) << static_cast<Icon>(name);
    }
    void eachIsDrawnAtEachSize()
    {
        QFETCH(Icon, name);
        const auto little = drawn(icon(name), 16);
        const auto large = drawn(icon(name), 32);
        QCOMPARE(little.size(), QSize(16, 16));
        QCOMPARE(large.size(), QSize(32, 32));
        QVERIFY(covered(little) >= 10);
        QVERIFY(covered(little) < 16 * 16 / 2); // lines, not a block
        QVERIFY(covered(large) > 3 * covered(little)); // drawn, not the small one in the middle
        QVERIFY(covered(large.copy(0, 0, 16, 32)) > 0 && covered(large.copy(16, 0, 16, 32)) > 0);
    }

    void noneIsDrawnTwiceOrForNothing()
    {
        QList<QImage> seen;
        for (int name = 0; name < static_cast<int>(Icon::Count); ++name) {
            const auto image = drawn(icon(static_cast<Icon>(name)), 32);
            QVERIFY2(!seen.contains(image), qPrintable(QString::number(name)));
            seen << image;
        }
        const QDir folder(QStringLiteral(FAULTLINE_SOURCE_DIR) + u"/resources/icons/actions"_s);
        QCOMPARE(folder.entryList({u"*.svg"_s}).size(), qsizetype(Icon::Count));
    }

    void theColourFollowsTheTheme_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addRow("text") << Role::Text;
        QTest::addRow("bad") << Role::Bad;
    }
    void theColourFollowsTheTheme()
    {
        QFETCH(Role, role);
        Appearance appearance(*qApp);
        const auto plus = icon(Icon::Plus, role);
        for (const auto preference : {Preference::Light, Preference::Dark, Preference::HighContrast}) {
            appearance.setPreference(preference);
            QCOMPARE(coloursOf(drawn(plus, 64)), QSet<QRgb>{appearance.theme().color(role).rgb()});
            QCOMPARE(coloursOf(drawn(plus, 64, QIcon::Disabled)),
                     QSet<QRgb>{appearance.theme().color(Role::SubtleText).rgb()});
        }
    }

    void isDrawnOnceInAColourAndAtASize()
    {
        Appearance appearance(*qApp);
        appearance.setPreference(Preference::Light);
        const auto keyOf = [](Icon name, int side, QIcon::Mode mode, Role role) {
            return icon(name, role).pixmap(QSize(side, side), 1, mode).cacheKey();
        };
        const auto plus = keyOf(Icon::Plus, 16, QIcon::Normal, Role::Text);
        QCOMPARE(keyOf(Icon::Plus, 16, QIcon::Normal, Role::Text), plus);
        QVERIFY(keyOf(Icon::Minus, 16, QIcon::Normal, Role::Text) != plus);
        QVERIFY(keyOf(Icon::Plus, 32, QIcon::Normal, Role::Text) != plus);
        QVERIFY(keyOf(Icon::Plus, 16, QIcon::Disabled, Role::Text) != plus);
        QVERIFY(keyOf(Icon::Plus, 16, QIcon::Normal, Role::Bad) != plus);
    }

    void isSharpWherePixelsAreSmall()
    {
        const auto dense = icon(Icon::Play).pixmap(QSize(16, 16), 2);
        QCOMPARE(dense.size(), QSize(32, 32));
        QCOMPARE(dense.devicePixelRatio(), 2.0);
    }
};

QTEST_MAIN(TestIcon)
#include "tst_icon.moc"
