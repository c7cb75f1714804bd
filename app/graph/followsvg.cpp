// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "followsvg.h"

#include <app/style/svg.h>

#include <QXmlStreamWriter>

#include <algorithm>

namespace app::graph {

using namespace Qt::StringLiterals;
using style::Role;
using style::svgNumber;

namespace {

constexpr double storyMargin = 24;
constexpr double storyHeading = 64;
constexpr double lineOfWords = 20;
constexpr int lettersInLine = 90;

QString svgPath(const QPainterPath &path)
{
    QString commands;
    for (int index = 0; index < path.elementCount(); ++index) {
        const auto element = path.elementAt(index);
        const QString letter = element.type == QPainterPath::MoveToElement ? u"M"_s
            : element.type == QPainterPath::LineToElement                  ? u"L"_s
            : element.type == QPainterPath::CurveToElement                 ? u"C"_s
                                                                           : QString();
        commands += u"%1 %2 %3 "_s.arg(letter, svgNumber(element.x), svgNumber(element.y));
    }
    return commands.trimmed();
}

QStringList linesOfWords(const QString &words)
{
    QStringList lines{QString()};
    for (const auto &word : words.split(u' ', Qt::SkipEmptyParts)) {
        if (!lines.back().isEmpty() && lines.back().size() + word.size() >= lettersInLine)
            lines << QString();
        lines.back() += lines.back().isEmpty() ? word : u' ' + word;
    }
    return lines;
}

// Writes one document.
class StoryWriter
{
public:
    StoryWriter(QByteArray &document,
                const GraphScene &scene,
                const model::packaging::Packaging &packaging,
                const style::Theme &theme)
        : m_xml(&document)
        , m_scene(scene)
        , m_packaging(packaging)
        , m_theme(theme)
    {
    }

    void write(const SvgStory &story)
    {
        double height = storyHeading;
        for (const auto &step : story.steps)
            height += heightOf(step);
        const double width = std::max(m_scene.layout().size.width(), 8.0 * lettersInLine) + 2 * storyMargin;
        style::beginSvg(m_xml, {width, height});
        m_xml.writeTextElement(u"title"_s, story.title);
        box({0, 0, width, height}, 0, {m_theme.color(Role::Canvas).name(), u"none"_s});
        text({storyMargin, 30}, story.title, {Role::Text, 18, true});
        text({storyMargin, 50}, story.summary, {Role::SubtleText, 13, false});
        defineScene();
        double top = storyHeading;
        for (const auto &step : story.steps) {
            frame(step, top);
            top += heightOf(step);
        }
        style::endSvg(m_xml);
    }

private:
    struct Ink
    {
        QString fill;
        QString stroke;
    };
    struct Type
    {
        Role role;
        int size;
        bool isBold;
    };

    double heightOf(const FollowedStep &step) const
    {
        return m_scene.layout().size.height() + lineOfWords * linesOfWords(step.words).size() + storyMargin;
    }

    void box(const QRectF &place, double radius, const Ink &ink)
    {
        m_xml.writeEmptyElement(u"rect"_s);
        for (const auto &[name, value] : {std::pair(u"x"_s, place.x()), std::pair(u"y"_s, place.y()),
                                          std::pair(u"width"_s, place.width()),
                                          std::pair(u"height"_s, place.height()), std::pair(u"rx"_s, radius)})
            m_xml.writeAttribute(name, svgNumber(value));
        m_xml.writeAttribute(u"fill"_s, ink.fill);
        m_xml.writeAttribute(u"stroke"_s, ink.stroke);
    }

    void text(QPointF at, const QString &words, const Type &type, const QString &anchor = u"start"_s)
    {
        m_xml.writeStartElement(u"text"_s);
        m_xml.writeAttribute(u"x"_s, svgNumber(at.x()));
        m_xml.writeAttribute(u"y"_s, svgNumber(at.y()));
        m_xml.writeAttribute(u"fill"_s, m_theme.color(type.role).name());
        m_xml.writeAttribute(u"font-size"_s, QString::number(type.size));
        m_xml.writeAttribute(u"text-anchor"_s, anchor);
        if (type.isBold)
            m_xml.writeAttribute(u"font-weight"_s, u"600"_s);
        m_xml.writeCharacters(words);
        m_xml.writeEndElement();
    }

    void line(const QPainterPath &path, const QColor &color, double width)
    {
        m_xml.writeEmptyElement(u"path"_s);
        m_xml.writeAttribute(u"d"_s, svgPath(path));
        m_xml.writeAttribute(u"fill"_s, u"none"_s);
        m_xml.writeAttribute(u"stroke"_s, color.name());
        m_xml.writeAttribute(u"stroke-width"_s, svgNumber(width));
    }

    // Once; each frame uses it.
    void defineScene()
    {
        m_xml.writeStartElement(u"defs"_s);
        m_xml.writeStartElement(u"g"_s);
        m_xml.writeAttribute(u"id"_s, u"scene"_s);
        for (size_t edge = 0; edge < m_scene.layout().edges.size(); ++edge)
            line(m_scene.path(edge), m_theme.color(Role::Border), 1.5);
        const Ink ink{m_theme.color(Role::Window).name(), m_theme.color(Role::SubtleText).name()};
        for (const auto &node : m_scene.layout().nodes) {
            box(node.box, 8, ink);
            const bool isWide = !node.modules.empty();
            text({node.box.center().x(), isWide ? node.box.top() + 24 : node.box.center().y() + 4},
                 m_scene.title({node.id, {}}), {Role::Text, 12, true}, u"middle"_s);
            for (const auto &module : node.modules) {
                box(module.box, 6, {m_theme.color(Role::Raised).name(), m_theme.color(Role::Border).name()});
                text({module.box.center().x(), module.box.center().y() + 4},
                     m_scene.title({node.id, module.id}), {Role::Text, 11, false}, u"middle"_s);
            }
        }
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void frame(const FollowedStep &step, double top)
    {
        const FollowRoute route(m_scene, m_packaging, step);
        const QColor color = m_theme.color(step.isTrouble ? Role::Bad : Role::Accent);
        m_xml.writeStartElement(u"g"_s);
        m_xml.writeAttribute(u"transform"_s,
                             u"translate(%1 %2)"_s.arg(svgNumber(storyMargin), svgNumber(top)));
        m_xml.writeTextElement(u"title"_s, step.words);
        double baseline = 14;
        for (const auto &words : linesOfWords(step.words)) {
            text({0, baseline}, words, {step.isTrouble ? Role::Bad : Role::Text, 14, true});
            baseline += lineOfWords;
        }
        m_xml.writeStartElement(u"g"_s);
        m_xml.writeAttribute(u"transform"_s, u"translate(0 %1)"_s.arg(svgNumber(baseline - 10)));
        m_xml.writeEmptyElement(u"use"_s);
        m_xml.writeAttribute(u"href"_s, u"#scene"_s);
        if (!route.way().isEmpty())
            line(route.way(), color, 4);
        for (const auto &end : route.ends())
            box(end.adjusted(-3, -3, 3, 3), 10, {u"none"_s, color.name()});
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    QXmlStreamWriter m_xml;
    const GraphScene &m_scene;
    const model::packaging::Packaging &m_packaging;
    const style::Theme &m_theme;
};

} // namespace

QByteArray writeStory(const SvgStory &story,
                      const GraphScene &scene,
                      const model::packaging::Packaging &packaging,
                      const style::Theme &theme)
{
    QByteArray document;
    StoryWriter(document, scene, packaging, theme).write(story);
    return document;
}

} // namespace app::graph
