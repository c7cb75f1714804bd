// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/style/appearance.h>
#include <app/style/stylesheet.h>

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOption>
#include <QTabBar>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace app::style;

namespace {

// WCAG 2.2, "relative luminance" and "contrast ratio".
double luminance(const QColor &color)
{
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textCanBeRead_data()
    {
        QTest::addColumn<Role>("text");
        QTest::addColumn<Role>("ground");
        for (const auto ground : {Role::Window, Role::Canvas, Role::Raised}) {
            for (const auto text : {Role::Text, Role::SubtleText, Role::Good, Role::Warning, Role::Bad})
                QTest::addRow("text %d on ground %d", static_cast<int>(text), static_cast<int>(ground))
                    << text << ground;
        }
        QTest::addRow("a good chip") << Role::Good << Role::GoodFill;
        QTest::addRow("a warning chip") << Role::Warning << Role::WarningFill;
        QTest::addRow("a notice") << Role::Text << Role::WarningFill;
        QTest::addRow("a bad chip") << Role::Bad << Role::BadFill;
        QTest::addRow("a neutral chip") << Role::Neutral << Role::NeutralFill;
        QTest::addRow("the primary button") << Role::AccentText << Role::Accent;
        QTest::addRow("a menu's chosen line") << Role::Text << Role::AccentFill;
        QTest::addRow("a topic's figures") << Role::SubtleText << Role::AccentFill;
    }
    void textCanBeRead()
    {
        QFETCH(Role, text);
        QFETCH(Role, ground);
        for (const auto &theme : {Theme::light(), Theme::dark()}) {
            const double ratio = contrast(theme.color(text), theme.color(ground));
            QVERIFY2(ratio >= 4.5,
                     qPrintable(u"%1, %2"_s.arg(ratio).arg(theme.isDark() ? u"dark"_s : u"light"_s)));
        }
    }

    void linesOfChartsCanBeSeen()
    {
        for (const auto &theme : {Theme::light(), Theme::dark()}) {
            for (const auto role : {Role::Monolith, Role::Microservices, Role::Accent})
                QVERIFY(contrast(theme.color(role), theme.color(Role::Window)) >= 3);
        }
    }

    void followsThePreferenceAndTheSystem()
    {
        Appearance appearance(*qApp);
        const bool systemIsDark = appearance.theme().isDark();
        QSignalSpy changed(&appearance, &Appearance::themeChanged);
        appearance.setPreference(Preference::Dark);
        QVERIFY(appearance.theme().isDark());
        QCOMPARE(changed.size(), 1);
        QVERIFY(qApp->palette().color(QPalette::Window) == Theme::dark().color(Role::Window));
        // The system's theme changes while ours hides its palette: ours must not be taken for it.
        QEvent themeChange(QEvent::ThemeChange);
        QCoreApplication::sendEvent(qApp, &themeChange);
        QVERIFY(appearance.theme().isDark());
        appearance.setPreference(Preference::System);
        QCOMPARE(appearance.theme().isDark(), systemIsDark);
        appearance.setPreference(Preference::Light);
        QVERIFY(!appearance.theme().isDark());
    }

    void widgetsAreDressedWhenTheyHaveBeenBuilt()
    {
        qApp->setStyleSheet({});
        Appearance appearance(*qApp);
        appearance.setPreference(Preference::Light);
        QCOMPARE(qApp->styleSheet(), QString()); // building under it takes twice as long
        appearance.dress();
        QCOMPARE(qApp->styleSheet(), styleSheet(Theme::light()));
        appearance.setPreference(Preference::Dark);
        QCOMPARE(qApp->styleSheet(), styleSheet(Theme::dark()));
    }

    void preferencesHaveWords()
    {
        for (const auto preference : {Preference::System, Preference::Light, Preference::Dark})
            QCOMPARE(preferenceOfWord(word(preference)), preference);
        QCOMPARE(preferenceOfWord(u"pink"_s), Preference::System);
    }

    void theFocusOfATabGoesAroundItsWords()
    {
        const Appearance appearance(*qApp);
        QTabBar bar;
        QStyleOptionFocusRect option;
        option.rect = {20, 20, 60, 12};
        option.palette.setColor(QPalette::Highlight, Qt::red);
        QImage picture(100, 60, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        qApp->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, &bar);
        painter.end();
        int drawn = 0;
        for (int x = 0; x < picture.width(); ++x) {
            for (int y = 0; y < picture.height(); ++y) {
                if (picture.pixelColor(x, y) == Qt::white)
                    continue;
                ++drawn;
                QVERIFY(!option.rect.contains(x, y));
            }
        }
        QVERIFY(drawn > 100);
    }

    void lettersAreUnderlinedWhileAltIsHeld()
    {
        Appearance appearance(*qApp);
        QWidget window;
        window.show();
        QVERIFY(!qApp->style()->styleHint(QStyle::SH_UnderlineShortcut));
        QTest::keyPress(&window, Qt::Key_Alt);
        QVERIFY(qApp->style()->styleHint(QStyle::SH_UnderlineShortcut));
        QTest::keyRelease(&window, Qt::Key_Alt);
        QVERIFY(!qApp->style()->styleHint(QStyle::SH_UnderlineShortcut));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
