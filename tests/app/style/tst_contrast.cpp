// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/style/stylesheet.h>
#include <app/style/theme.h>

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
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

std::vector<Theme> themes()
{
    return {Theme::light(), Theme::dark(), Theme::highContrast(false), Theme::highContrast(true)};
}

QString nameOf(const Theme &theme)
{
    return (theme.isDark() ? u"dark"_s : u"light"_s)
        + (theme.isHighContrast() ? u", high contrast"_s : QString());
}

using Named = std::pair<Role, const char *>;
constexpr Named inks[] = {{Role::Text, "text"},     {Role::SubtleText, "subtle text"},
                          {Role::Accent, "accent"}, {Role::AccentText, "the accent's text"},
                          {Role::Good, "good"},     {Role::Warning, "warning"},
                          {Role::Bad, "bad"},       {Role::Neutral, "neutral"}};
constexpr Named signs[] = {{Role::Monolith, "the monolith's line"},
                           {Role::Microservices, "the microservices' line"},
                           {Role::Control, "the edge of a field"}};
constexpr Named grounds[] = {{Role::Window, "a panel"},
                             {Role::Canvas, "a canvas"},
                             {Role::Raised, "a card"},
                             {Role::AccentFill, "what is chosen"},
                             {Role::Accent, "the primary button"},
                             {Role::GoodFill, "a good chip"},
                             {Role::WarningFill, "a warning chip"},
                             {Role::BadFill, "a bad chip"},
                             {Role::NeutralFill, "a neutral chip"}};

bool isHealth(Role ink)
{
    return ink == Role::Good || ink == Role::Warning || ink == Role::Bad || ink == Role::Neutral;
}

// Why these two are never seen together; nothing: they are.
QString exemption(Role ink, Role ground)
{
    if ((ink == Role::AccentText) != (ground == Role::Accent))
        return u"on the accent, and only there, one writes in its own text"_s;
    const bool isChip = ground == Role::GoodFill || ground == Role::WarningFill || ground == Role::BadFill;
    const auto ofChip = ground == Role::GoodFill ? Role::Good
        : ground == Role::WarningFill            ? Role::Warning
                                                 : Role::Bad;
    if (isChip && isHealth(ink) && ink != ofChip)
        return u"a chip tells one state"_s;
    return {};
}

// The accent is a sign: selection, requests on their way. As a text it is only in links and the focused tab,
// both on a panel, which eachRuleOfTheStyleSheetCanBeRead looks at.
bool isText(Role ink)
{
    return ink != Role::Accent;
}

// The colours that one rule of a style sheet says, by what they are of.
QHash<QString, QString> coloursOf(const QString &declarations)
{
    QHash<QString, QString> colours;
    for (const auto &declaration : declarations.split(u';')) {
        const QString value = declaration.section(u':', 1).trimmed();
        if (value.startsWith(u'#') || value == u"transparent")
            colours.insert(declaration.section(u':', 0, 0).trimmed(), value);
    }
    return colours;
}

struct Selector
{
    QString type; // with its part: "QTabBar::tab"
    QSet<QString> conditions = {}; // attributes, states, and what it is in
};

Selector selectorOf(const QString &text)
{
    static const QRegularExpression head(u"^\\w+(?:::[a-z-]+)?"_s);
    static const QRegularExpression condition(u"\\[[^\\]]+\\]|:[a-z-]+"_s);
    auto around = text.simplified().split(u' ');
    const QString own = around.takeLast();
    const QString type = head.match(own).captured();
    Selector selector{type, QSet<QString>(around.begin(), around.end())};
    for (auto each = condition.globalMatch(own.mid(type.size())); each.hasNext();)
        selector.conditions.insert(each.next().captured());
    return selector;
}

struct Rule
{
    Selector selector;
    QHash<QString, QString> colours;
};

std::vector<Rule> rulesOf(QString sheet)
{
    static const QRegularExpression comment(u"/\\*.*?\\*/"_s);
    static const QRegularExpression block(u"([^{}]+)\\{([^{}]*)\\}"_s);
    std::vector<Rule> rules;
    for (auto found = block.globalMatch(sheet.remove(comment)); found.hasNext();) {
        const auto rule = found.next();
        for (const auto &selector : rule.captured(1).split(u','))
            rules.push_back({selectorOf(selector), coloursOf(rule.captured(2))});
    }
    return rules;
}

// What the sheet comes to for such a widget: the rule with the most conditions, of several the last.
QString inForce(const QString &property, const Selector &widget, const std::vector<Rule> &rules)
{
    QString found;
    qsizetype most = -1;
    for (const auto &rule : rules) {
        const auto &asked = rule.selector.conditions;
        const QString value = rule.colours.value(property);
        if (rule.selector.type != widget.type || value.isEmpty() || asked.size() < most
            || !widget.conditions.contains(asked))
            continue;
        most = asked.size();
        found = value;
    }
    return found;
}

// The sheet's own, and each button also in the states of which no rule speaks.
std::vector<Selector> widgetsOf(const std::vector<Rule> &rules)
{
    std::vector<Selector> widgets;
    for (const auto &rule : rules) {
        widgets.push_back(rule.selector);
        if (rule.selector.type != u"QPushButton" && rule.selector.type != u"QToolButton")
            continue;
        for (const auto &state : {u":hover"_s, u":pressed"_s, u":focus"_s, u":disabled"_s}) {
            widgets.push_back(rule.selector);
            widgets.back().conditions.insert(state);
        }
    }
    return widgets;
}

bool hasNoWords(const QString &type)
{
    static const QStringList bare{u"QSlider"_s, u"QScrollBar"_s, u"QSplitter"_s, u"QMenu::separator"_s,
                                  u"QFrame"_s}; // whose words are in labels
    return std::ranges::any_of(bare, [&](const QString &each) { return type.startsWith(each); });
}

} // namespace

// Whether what is shown can be seen by those who see little.
class TestContrast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // WCAG 2.2, 1.4.3 (text) and 1.4.11 (what carries a meaning), at level AA; the theme for those who need
    // more keeps 1.4.6 (AAA) for its text.
    void whatIsShownTogetherCanBeSeen_data()
    {
        QTest::addColumn<Role>("shown");
        QTest::addColumn<Role>("ground");
        QTest::addColumn<bool>("isText");
        for (const auto &[ground, where] : grounds) {
            for (const auto &[ink, what] : inks) {
                if (exemption(ink, ground).isEmpty())
                    QTest::addRow("%s on %s", what, where) << ink << ground << isText(ink);
            }
        }
        for (const auto &[sign, what] : signs) {
            for (const auto ground : {Role::Window, Role::Canvas, Role::Raised, Role::NeutralFill})
                QTest::addRow("%s on ground %d", what, static_cast<int>(ground)) << sign << ground << false;
        }
    }
    void whatIsShownTogetherCanBeSeen()
    {
        QFETCH(Role, shown);
        QFETCH(Role, ground);
        QFETCH(bool, isText);
        for (const auto &theme : themes()) {
            const double ratio = contrast(theme.color(shown), theme.color(ground));
            const double textNeeds = theme.isHighContrast() && ground != Role::AccentFill ? 7 : 4.5;
            QVERIFY2(ratio >= (isText ? textNeeds : 3),
                     qPrintable(u"%1, %2"_s.arg(ratio).arg(nameOf(theme))));
        }
    }

    // Each role is text, a sign, a ground or mere decoration: a new one has to say which.
    void eachRoleIsLookedAt()
    {
        QSet<Role> known{Role::Border, Role::Grid}; // lines that mean nothing, and part what words part, too
        for (const auto &[role, what] : inks)
            known.insert(role);
        for (const auto &[role, what] : signs)
            known.insert(role);
        for (const auto &[role, what] : grounds)
            known.insert(role);
        QCOMPARE(known.size(), qsizetype(Role::Count));
    }

    // With the ground that it has from a rule for more of its kind.
    void eachRuleOfTheStyleSheetCanBeRead()
    {
        for (const auto &theme : themes()) {
            const auto rules = rulesOf(styleSheet(theme));
            const auto orElse = [&theme](const QString &value, Role role) {
                return value.startsWith(u'#') ? QColor(value) : theme.color(role);
            };
            int compared = 0;
            for (const auto &widget : widgetsOf(rules)) {
                if (hasNoWords(widget.type))
                    continue;
                const QString words = u"%1 %2, %3"_s.arg(
                    widget.type, QStringList(widget.conditions.values()).join(u' '), nameOf(theme));
                const auto text = orElse(inForce(u"color"_s, widget, rules), Role::Text);
                const auto ground = orElse(inForce(u"background"_s, widget, rules), Role::Window);
                ++compared;
                QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(words));
                const QString chosen = inForce(u"selection-background-color"_s, widget, rules);
                if (chosen.isEmpty())
                    continue;
                const auto onIt = orElse(inForce(u"selection-color"_s, widget, rules), Role::Text);
                QVERIFY2(contrast(onIt, QColor(chosen)) >= 4.5, qPrintable(words));
            }
            QVERIFY2(compared > 100, qPrintable(QString::number(compared))); // or they have not been found
        }
    }

    void theHandleOfAScrollBarCanBeSeen()
    {
        for (const auto &theme : themes()) {
            const auto rules = rulesOf(styleSheet(theme));
            for (const auto &way : {u":vertical"_s, u":horizontal"_s}) {
                const auto handle = inForce(u"background"_s, {u"QScrollBar::handle"_s, {way}}, rules);
                QVERIFY2(contrast(QColor(handle), theme.color(Role::Window)) >= 3, qPrintable(nameOf(theme)));
            }
        }
    }

    void teamsCanBeSeenAndToldApart()
    {
        for (const auto &theme : themes()) {
            for (int team = 0; team < 10; ++team) {
                for (const auto ground : {Role::Window, Role::Canvas, Role::Raised}) {
                    const double ratio = contrast(theme.team(team), theme.color(ground));
                    QVERIFY2(ratio >= 3,
                             qPrintable(u"team %1: %2, %3"_s.arg(team).arg(ratio).arg(nameOf(theme))));
                }
                for (int other = 0; other < team; ++other)
                    QVERIFY(theme.team(team) != theme.team(other));
            }
        }
    }
};

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
