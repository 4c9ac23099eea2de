"""usage: recipes.py SOURCE CMAKE: the recipes for vcpkg and Conan are what they have to be: of this version, with what the build asks for,
and with options that there are. Neither tool is asked for: the port is run by CMake with vcpkg's functions noted, the class with Conan's."""

import ast
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import types

source, cmake = pathlib.Path(sys.argv[1]), sys.argv[2]
recipes = source / 'src/package'
version = '.'.join(re.findall(r'^#define FLEKS_VERSION_[A-Z]+ (\d+)$', (source / 'include/fleks/version_number.h').read_text(), re.M))
lists = (source / 'CMakeLists.txt').read_text()
options = set(re.findall(r'^option\((FLEKS_\w+) ', lists, re.M))
# What the library is compiled with, by the name of CMake's package.
needed = set(re.findall(r'find_package\((\w+) [\d.]+ REQUIRED\)', (source / 'src/CMakeLists.txt').read_text()))
assert needed == {'Boost', 'fmt', 'date', 'nlohmann_json', 'EXPAT'}, needed
VCPKG = {'Boost': 'boost-multiprecision', 'fmt': 'fmt', 'date': 'date', 'nlohmann_json': 'nlohmann-json', 'EXPAT': 'expat'}
CONAN = {'Boost': 'boost', 'fmt': 'fmt', 'date': 'date', 'nlohmann_json': 'nlohmann_json', 'EXPAT': 'expat'}


def vcpkg(manifest, port):
    said = json.loads(manifest)
    assert said['name'] == 'fleks' and said['version-semver'] == version and said['license'] == 'MIT', said
    target = {each for each in said['dependencies'] if isinstance(each, str)}
    assert target == {VCPKG[each] for each in needed}, target
    host = {each['name'] for each in said['dependencies'] if isinstance(each, dict) and each['host']}
    calls = ('vcpkg_cmake_configure', 'vcpkg_cmake_install', 'vcpkg_cmake_config_fixup', 'vcpkg_fixup_pkgconfig', 'vcpkg_install_copyright')
    assert host == {'vcpkg-cmake', 'vcpkg-cmake-config'}, host
    with tempfile.TemporaryDirectory() as folder:
        noted = ''.join(f'function({call})\n  message("{call} ${{ARGV}}")\nendfunction()\n' for call in calls)
        script = pathlib.Path(folder) / 'port.cmake'
        script.write_text(f'set(CURRENT_PACKAGES_DIR "{folder}/packages")\n{noted}set(CMAKE_CURRENT_LIST_DIR "{recipes}/vcpkg")\n{port}')
        done = subprocess.run([cmake, '-P', str(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = [line.split(' ', 1) for line in done.stderr.splitlines() if line.startswith('vcpkg_')]
    assert [line[0] for line in lines] == list(calls), done.stderr
    given = lines[0][1].split(';')
    assert pathlib.Path(given[1]) == source.resolve() and set(re.findall(r'-D(FLEKS_\w+)=', lines[0][1])) <= options, given
    files = lines[4][1].split(';')[1:]
    assert files and all(pathlib.Path(file).is_file() for file in files), files


class Noted:
    """What a recipe asks Conan for."""

    def __init__(self, **members):
        self.calls = {}
        self.__dict__.update(members)

    def __getattr__(self, name):
        return lambda *values, **named: self.calls.setdefault(name, []).append((values, named))


def conan(text):
    ast.parse(text)
    calls = Noted()
    module = types.ModuleType('conan')
    module.ConanFile = object
    for name, members in (('conan.tools.build', ['check_min_cppstd']), ('conan.tools.cmake', ['CMake', 'CMakeDeps', 'CMakeToolchain', 'cmake_layout']),
                          ('conan.tools.files', ['copy']), ('conan.tools', [])):
        sys.modules[name] = types.ModuleType(name)
        for member in members:
            setattr(sys.modules[name], member, getattr(calls, member))
    sys.modules['conan'] = module
    toolchain = Noted(variables={})
    sys.modules['conan.tools.cmake'].CMakeToolchain = lambda recipe: toolchain
    sys.modules['conan.tools.cmake'].CMakeDeps = sys.modules['conan.tools.cmake'].CMake = lambda recipe: calls
    names = {'__name__': 'recipe'}
    exec(compile(text, 'conanfile.py', 'exec'), names)
    recipe = names['Fleks']()
    assert (recipe.name, recipe.version, recipe.license) == ('fleks', version, 'MIT')
    recipe.recipe_folder, recipe.export_sources_folder = str(recipes / 'conan'), 'exported'
    recipe.source_folder = recipe.package_folder = 'folder'
    recipe.requires = calls.requires
    recipe.cpp_info = Noted()
    for step in ('export_sources', 'requirements', 'validate', 'layout', 'generate', 'build', 'package', 'package_info'):
        getattr(recipe, step)()
    assert {values[0].split('/')[0] for values, _ in calls.calls['requires']} == {CONAN[each] for each in needed}, calls.calls['requires']
    assert set(toolchain.variables) <= options and toolchain.variables['FLEKS_BUILD_TESTS'] is False, toolchain.variables
    # What is copied has every file that the build reads.
    patterns = [values[1] for values, _ in calls.calls['copy'] if values[3] == 'exported']
    for read in ('CMakeLists.txt', 'src/CMakeLists.txt', 'include/fleks/fleks.h', 'LICENSE'):
        assert any(pathlib.PurePath(read).match(each) or read.startswith(each.rstrip('*')) for each in patterns), read


def refused(check, *texts):
    try:
        check(*texts)
    except (AssertionError, SyntaxError, ValueError):
        return
    raise AssertionError('a recipe that is wrong is not noticed')


manifest, port = (recipes / 'vcpkg/vcpkg.json').read_text(encoding='utf-8'), (recipes / 'vcpkg/portfile.cmake').read_text(encoding='utf-8')
recipe = (recipes / 'conan/conanfile.py').read_text(encoding='utf-8')
vcpkg(manifest, port)
conan(recipe)
refused(vcpkg, manifest.replace('    "expat",\n', ''), port)
refused(vcpkg, manifest.replace(version, '9.9.9'), port)
refused(vcpkg, manifest, port.replace('FLEKS_BUILD_TESTS', 'FLEKS_BUILD_TEST'))
refused(vcpkg, manifest, port.replace('vcpkg_fixup_pkgconfig()', ''))
refused(conan, recipe.replace("'fmt/[>=9 <10]', ", ''))
refused(conan, recipe.replace('FLEKS_INSTALL', 'FLEKS_INSTALLED'))
refused(conan, recipe.replace('def build(self):', 'def build(self)'))
refused(conan, recipe.replace("'include/*'", "'includes/*'"))
print('the recipes are of', version)
