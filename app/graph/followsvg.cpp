// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "followsvg.h"

#include "scenesvg.h"

#include <algorithm>

namespace app::graph {

using namespace Qt::StringLiterals;
using style::Role;

namespace {

constexpr double storyMargin = 24;
constexpr double storyHeading = 64;
constexpr double lineOfWords = 20;
constexpr double widthOfLetter = 8; // about: no font is known
constexpr double narrowestColumn = 420;

double widthOf(const FollowedShape &shape)
{
    return std::max(shape.scene.layout().size.width(), narrowestColumn);
}

QStringList linesOfWords(const QString &words, double width)
{
    QStringList lines{QString()};
    for (const auto &word : words.split(u' ', Qt::SkipEmptyParts)) {
        const auto length = static_cast<double>(lines.back().size() + word.size());
        if (!lines.back().isEmpty() && length * widthOfLetter >= width)
            lines << QString();
        lines.back() += lines.back().isEmpty() ? word : u' ' + word;
    }
    return lines;
}

double heightOf(const FollowedShape &shape, size_t moment)
{
    const auto &words = shape.steps[moment].words;
    const auto lines = static_cast<double>(linesOfWords(words, widthOf(shape)).size());
    return shape.scene.layout().size.height() + lineOfWords * lines + storyMargin;
}

double heightOf(const FollowedStory &story, size_t moment)
{
    double height = 0;
    for (const auto &shape : story.shapes)
        height = std::max(height, heightOf(shape, moment));
    return height;
}

QSizeF sizeOf(const FollowedStory &story)
{
    QSizeF size(storyMargin, storyHeading);
    for (const auto &shape : story.shapes)
        size.rwidth() += widthOf(shape) + storyMargin;
    for (size_t moment = 0; moment < story.moments(); ++moment)
        size.rheight() += heightOf(story, moment);
    return size;
}

// Writes one document.
class StoryWriter
{
public:
    StoryWriter(QByteArray &document, const FollowedStory &story, const style::Theme &theme)
        : m_pen(document, sizeOf(story), story.title)
        , m_story(story)
        , m_theme(theme)
    {
    }

    void write()
    {
        m_pen.box(QRectF({}, sizeOf(m_story)), 0, {m_theme.color(Role::Canvas), {}});
        double left = storyMargin;
        for (const auto &shape : m_story.shapes) {
            column(shape, left);
            left += widthOf(shape) + storyMargin;
        }
        m_pen.end();
    }

private:
    void column(const FollowedShape &shape, double left)
    {
        const QString scene = u"scene-%1"_s.arg(shape.packaging.id.value);
        m_pen.text({left, 30}, shape.title, {m_theme.color(Role::Text), 18, true});
        m_pen.text({left, 50}, shape.summary, {m_theme.color(Role::SubtleText), 13});
        m_pen.beginDefinition(scene); // once; each frame uses it
        writeScene(m_pen, shape.scene, {}, m_theme);
        m_pen.endDefinition();
        double top = storyHeading;
        for (size_t moment = 0; moment < m_story.moments(); ++moment) {
            frame(shape, shape.steps[moment], {left, top}, scene);
            top += heightOf(m_story, moment);
        }
    }

    void frame(const FollowedShape &shape, const FollowedStep &step, QPointF corner, const QString &scene)
    {
        const QColor color = m_theme.color(step.isTrouble ? Role::Bad : Role::Accent);
        m_pen.beginGroup(corner, step.words);
        double baseline = 14;
        for (const auto &words : linesOfWords(step.words, widthOf(shape))) {
            m_pen.text({0, baseline}, words,
                       {m_theme.color(step.isTrouble ? Role::Bad : Role::Text), 14, true});
            baseline += lineOfWords;
        }
        m_pen.beginGroup({0, baseline - 10});
        m_pen.use(scene);
        light(FollowRoute(shape.scene, shape.packaging, step), color);
        m_pen.endGroup();
        m_pen.endGroup();
    }

    void light(const FollowRoute &route, const QColor &color)
    {
        if (!route.way().isEmpty())
            m_pen.path(route.way(), {{}, color, 4});
        for (const auto &end : route.ends())
            m_pen.box(end.adjusted(-3, -3, 3, 3), 10, {{}, color, 2});
    }

    SvgPen m_pen;
    const FollowedStory &m_story;
    const style::Theme &m_theme;
};

} // namespace

QByteArray writeStory(const FollowedStory &story, const style::Theme &theme)
{
    QByteArray document;
    StoryWriter(document, story, theme).write();
    return document;
}

} // namespace app::graph
